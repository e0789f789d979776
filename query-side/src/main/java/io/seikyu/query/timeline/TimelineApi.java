package io.seikyu.query.timeline;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.projection.Answers;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.approval.ApprovalProjection;
import io.seikyu.query.contract.ContractProjection;
import io.seikyu.query.creditnote.CreditNoteProjection;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.message.MessageProjection;
import io.seikyu.query.plan.InstalmentPlanProjection;
import io.seikyu.query.receipt.ReceiptProjection;
import io.seikyu.query.reminder.ReminderProjection;
import io.seikyu.query.reminder.SuppressionProjection;
import io.seikyu.query.task.TaskProjection;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.PublishedEvent;
import io.seikyu.web.event.Visibility;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A payer's whole story (取引先の経緯): its account, and all that was ever under way with it. */
@RestController
class TimelineApi {
    private static final int BATCH = 500;

    /** Whose views say by {@code accountId} whose they are. */
    private static final List<Class<? extends Projection<?>>> OF_A_PAYER = List.of(
            ContractProjection.class,
            InvoiceProjection.class,
            ReceiptProjection.class,
            CreditNoteProjection.class,
            MessageProjection.class,
            ReminderProjection.class,
            SuppressionProjection.class,
            InstalmentPlanProjection.class,
            ApprovalProjection.class,
            TaskProjection.class);

    private final EventLog log;
    private final EventReader reader;
    private final Answers<AccountView> accounts;
    private final List<LiveProjection<?>> others;

    TimelineApi(EventLog log, EventCodec codec, Projections projections) {
        this.log = log;
        this.reader = new EventReader(codec);
        this.accounts = new Answers<>(projections.of(AccountProjection.class));
        this.others = projections.all().stream()
                .filter(live -> OF_A_PAYER.contains(live.projection().getClass()))
                .toList();
    }

    /**
     * The events of the account, its contracts, invoices, receipts, credit notes, messages, reminders (and why there were
     * none), instalment plans, approvals and tasks.
     */
    @AnyRole
    @GetMapping("/v1/accounts/{id}/timeline")
    ResponseEntity<Page<PublishedEvent>> timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Caller caller,
            Tenancy tenancy,
            Paging paging) {
        return accounts.one(tenancy.scope(clientId), id, atLeast, view -> {
            List<StoredEvent> events =
                    events(view.clientId(), id, Visibility.of(caller, tenancy, view.clientId()), paging);
            Page<StoredEvent> page = paging.page(events, last -> List.of(String.valueOf(last.position())));
            return new Page<>(
                    page.items().stream()
                            .map(event -> reader.read(
                                    event,
                                    view.clientId(),
                                    log.hashAt(event.position()).orElseThrow()))
                            .toList(),
                    page.next());
        });
    }

    /** One more than the page holds, so that it knows whether there is a next one. */
    private List<StoredEvent> events(String tenant, String account, Visibility visibility, Paging paging) {
        long after = paging.after().map(key -> Long.parseLong(key.get(0))).orElse(-1L);
        int wanted = paging.limit() + 1;
        PriorityQueue<StoredEvent> earliest = new PriorityQueue<>(
                Comparator.comparingLong(StoredEvent::position).reversed());
        streams(tenant, account)
                .forEach(stream -> eachAfter(stream, after, event -> {
                    if (visibility.shows(tenant, event.event().type(), stream)) {
                        earliest.add(event);
                        if (earliest.size() > wanted) {
                            earliest.remove();
                        }
                    }
                }));
        List<StoredEvent> inOrder = new ArrayList<>(earliest);
        inOrder.sort(Comparator.comparingLong(StoredEvent::position));
        return inOrder;
    }

    private Stream<String> streams(String tenant, String account) {
        List<Bson> ofThePayer = List.of(TimelineViewStore.of(account));
        TenantScope scope = TenantScope.of(tenant);
        return Stream.concat(
                Stream.of(tenant + "/account/" + account),
                others.stream().flatMap(live -> live.views().streams(scope, ofThePayer).stream()));
    }

    private void eachAfter(String stream, long after, Consumer<StoredEvent> what) {
        long sequence = 0;
        List<StoredEvent> events;
        do {
            events = log.readStream(stream, sequence, BATCH);
            events.stream().filter(event -> event.position() > after).forEach(what);
            sequence += events.size();
        } while (events.size() == BATCH);
    }
}
