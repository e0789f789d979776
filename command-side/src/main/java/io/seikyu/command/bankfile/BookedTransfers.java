package io.seikyu.command.bankfile;

import io.seikyu.command.bankfile.KnownTransfers.KnownTransfer;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
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
    List<KnownTransfer> of(String tenant, String bankAccountId, LocalDate day, BigDecimal amount) {
        return list(tenant, KnownTransfers.DAY_AND_AMOUNT, KnownTransfers.dayAndAmount(bankAccountId, day, amount));
    }

    /** Of one amount and payer's name. */
    List<KnownTransfer> of(String tenant, String bankAccountId, BigDecimal amount, String payerName) {
        return list(
                tenant,
                KnownTransfers.AMOUNT_AND_NAME,
                KnownTransfers.amountAndName(bankAccountId, amount, identities.ofName(payerName)));
    }

    List<KnownTransfer> of(String tenant, String bankAccountId, LocalDate day) {
        return list(tenant, KnownTransfers.DAY, KnownTransfers.day(bankAccountId, day));
    }

    /** @throws ProblemException 503 when the list is behind; it is worth trying again */
    private List<KnownTransfer> list(String tenant, String field, String value) {
        if (!known.await(log.head(), PATIENCE)) {
            throw new ProblemException(503, "not-caught-up", "The list of transfers is behind.");
        }
        return known
                .views()
                .list(TenantScope.of(tenant), List.of(new Document(ViewCollection.search(field), value)), null, MOST)
                .stream()
                .map(ViewCollection.Found::view)
                .toList();
    }
}
