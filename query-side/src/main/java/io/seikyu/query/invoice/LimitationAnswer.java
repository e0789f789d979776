package io.seikyu.query.invoice;

import io.seikyu.contract.limitation.Limitation;
import io.seikyu.contract.limitation.LimitationFact;
import io.seikyu.query.invoice.Standing.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the limitation of the claim stands (時効). Part payments count as acknowledgements and stand among the payments.
 *
 * @param expiresOn     the last day of the period as it runs
 * @param deferredUntil the end of it is put off to that day at least; absent while nothing defers it
 * @param suspended     as long as a proceeding runs it does not end
 * @param barredAfter   the last day on which the payer cannot plead it; absent while suspended
 * @param facts         that were recorded, in that order
 */
public record LimitationAnswer(
        LocalDate expiresOn,
        @Nullable LocalDate deferredUntil,
        boolean suspended,
        @Nullable LocalDate barredAfter,
        List<Recorded> facts) {

    /** Null where nothing is or was owed. */
    static @Nullable LimitationAnswer of(InvoiceView view) {
        if (view.claim() == null || view.cancellation() != null) {
            return null;
        }
        List<Recorded> recorded = view.after().standing().limitation();
        Stream<LimitationFact> payments = view.payments().stream()
                .filter(InvoiceView.Payment::acknowledges)
                .map(paid ->
                        new LimitationFact(paid.receiptId(), LimitationFact.Kind.ACKNOWLEDGED, paid.bookedOn(), null));
        Limitation now = Limitation.of(
                view.claim().dueDate(),
                Stream.concat(recorded.stream().map(Recorded::fact), payments).toList());
        return new LimitationAnswer(now.expiresOn(), now.deferredUntil(), now.suspended(), now.barredAfter(), recorded);
    }
}
