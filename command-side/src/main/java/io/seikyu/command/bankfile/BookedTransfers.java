package io.seikyu.command.bankfile;

import io.seikyu.command.bankfile.KnownTransfers.KnownTransfer;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/** Looks among the transfers that were booked before and are not reversed. */
final class BookedTransfers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final LiveProjection<KnownTransfer> known;
    private final EventLog log;
    private final Identities identities;

    BookedTransfers(LiveProjection<KnownTransfer> known, EventLog log, Identities identities) {
        this.known = known;
        this.log = log;
        this.identities = identities;
    }

    /** Of one day and amount, always in the same order. */
    List<ReceiptId> of(BankAccountId account, LocalDate day, BigDecimal amount) {
        return ids(list(KnownTransfers.DAY_AND_AMOUNT, KnownTransfers.dayAndAmount(account.toString(), day, amount)));
    }

    /** Of one amount and payer's name, up to a day. */
    List<ReceiptId> of(BankAccountId account, BigDecimal amount, String payerName, LocalDate upTo) {
        String key = KnownTransfers.amountAndName(account.toString(), amount, identities.ofName(payerName));
        return ids(list(KnownTransfers.AMOUNT_AND_NAME, key).stream()
                .filter(found -> !found.view().bookedOn().isAfter(upTo))
                .toList());
    }

    int count(BankAccountId account, LocalDate day) {
        return list(KnownTransfers.DAY, KnownTransfers.day(account.toString(), day))
                .size();
    }

    private static List<ReceiptId> ids(List<Found<KnownTransfer>> found) {
        return found.stream()
                .map(one -> new ReceiptId(one.tenant(), one.view().receiptId()))
                .toList();
    }

    /** @throws ProblemException 503 when the list is behind; it is worth trying again */
    private List<Found<KnownTransfer>> list(String field, String value) {
        if (!known.await(log.head(), PATIENCE)) {
            throw new ProblemException(503, "not-caught-up", "The list of transfers is behind.");
        }
        return known.views()
                .list(TenantScope.all(), List.of(new Document(ViewCollection.search(field), value)), null, MOST);
    }
}
