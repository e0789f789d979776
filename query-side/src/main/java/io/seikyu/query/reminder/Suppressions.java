package io.seikyu.query.reminder;

import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.reminder.ReminderView.State;
import io.seikyu.query.reminder.ReminderViewStore.Question;
import io.seikyu.query.reminder.SuppressionView.Suppressed;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What payers are not reminded of, invoice by invoice, as if it were reminders. */
final class Suppressions {
    private static final int PORTION = 100;

    private final LiveProjection<SuppressionView> payers;
    private final LiveProjection<ClaimView> claims;

    Suppressions(LiveProjection<SuppressionView> payers, LiveProjection<ClaimView> claims) {
        this.payers = payers;
        this.claims = claims;
    }

    /** In the order of client companies, payers and invoices. */
    Page<ReminderView> page(TenantScope scope, Question question, Paging paging) {
        List<Row> rows = new ArrayList<>();
        String last = paging.after().map(key -> key.get(0)).orElse(null);
        if (last != null) {
            String payer = last.substring(last.lastIndexOf('/') + 1);
            payers.views().find(scope, "dunning", payer).stream()
                    .filter(found ->
                            found.stream().equals(paging.after().orElseThrow().get(0)))
                    .forEach(found -> add(
                            rows, found, question, paging.after().orElseThrow().get(1)));
        }
        List<Bson> filters = ReminderViewStore.suppressed(question);
        List<Found<SuppressionView>> portion;
        do {
            portion = payers.views().list(scope, filters, last, PORTION);
            for (Found<SuppressionView> found : portion) {
                add(rows, found, question, null);
                last = found.stream();
            }
        } while (portion.size() == PORTION && rows.size() <= paging.limit());
        Page<Row> page = paging.page(rows, row -> List.of(row.stream(), row.it().invoiceId()));
        return new Page<>(page.items().stream().map(row -> view(row)).toList(), page.next());
    }

    private record Row(String stream, SuppressionView payer, Suppressed it) {}

    private static void add(
            List<Row> rows, Found<SuppressionView> found, Question question, @Nullable String afterInvoice) {
        found.view().suppressed().stream()
                .filter(it -> question.invoiceId() == null || it.invoiceId().equals(question.invoiceId()))
                .filter(it -> afterInvoice == null || it.invoiceId().compareTo(afterInvoice) > 0)
                .forEach(it -> rows.add(new Row(found.stream(), found.view(), it)));
    }

    private ReminderView view(Row row) {
        Suppressed it = row.it();
        BigDecimal open =
                claims.views().find(TenantScope.of(row.payer().clientId()), "invoice", it.invoiceId()).stream()
                        .map(claim -> claim.view().balance())
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
        return new ReminderView(
                null,
                row.payer().clientId(),
                row.payer().accountId(),
                State.SUPPRESSED,
                it.stage(),
                it.channel(),
                null,
                null,
                false,
                List.of(new ReminderItem(it.invoiceId(), it.stage(), it.round(), open)),
                null,
                List.of(),
                it.reasons(),
                it.policyVersion(),
                it.at(),
                it.at(),
                null,
                List.of(),
                List.of(),
                false);
    }
}
