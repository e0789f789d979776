package io.seikyu.command.credit;

import io.seikyu.command.credit.CreditWork.Payer;
import io.seikyu.contract.id.AccountId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.Document;

/** The list of {@link CreditWork}, page by page. */
final class OpenCreditWork {
    private static final int PAGE = 500;
    private static final Duration FOLLOWS_WITHIN = Duration.ofMinutes(5);

    private final EventLog log;
    private final LiveProjection<Payer> list;

    OpenCreditWork(EventLog log, LiveProjection<Payer> list) {
        this.log = log;
        this.list = list;
    }

    void forEach(BiConsumer<AccountId, Payer> work) {
        forEach(CreditWork.OPEN, work);
    }

    /** Every payer that settled an invoice, or did not. */
    void forEachThatPaid(Consumer<AccountId> work) {
        forEach(CreditWork.PAID, (payer, ignored) -> work.accept(payer));
    }

    /** Every payer of whose invoices something is open, due or not. */
    void forEachThatOwes(Consumer<AccountId> work) {
        forEach(CreditWork.OWES, (payer, ignored) -> work.accept(payer));
    }

    private void forEach(String flag, BiConsumer<AccountId, Payer> work) {
        list.await(log.head(), FOLLOWS_WITHIN);
        String after = null;
        List<Found<Payer>> page;
        do {
            page = list.views()
                    .list(TenantScope.all(), List.of(new Document(ViewCollection.search(flag), true)), after, PAGE);
            for (Found<Payer> found : page) {
                work.accept(account(found.stream()), found.view());
                after = found.stream();
            }
        } while (page.size() == PAGE);
    }

    static AccountId account(String stream) {
        String[] name = stream.split("/");
        return new AccountId(name[0], name[2]);
    }
}
