package io.seikyu.contract.account;

import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a payer has paid so far, bounded: the newest {@value #SETTLED} claims by the day of their last payment, and the
 * newest {@value #WORDS} promises and disputes. What comes in another order leaves the same behind.
 *
 * @param settled claims that money settled, and those that were written off, by their day
 */
public record PaymentHistory(List<Claim> settled, List<Promise> promises, List<Objection> disputes) {
    public static final int SETTLED = 1_000;
    public static final int WORDS = 500;
    public static final PaymentHistory NONE = new PaymentHistory(List.of(), List.of(), List.of());

    private static final Comparator<Claim> CLAIMS =
            Comparator.comparing(Claim::day).thenComparing(Claim::invoiceId);
    private static final Comparator<Promise> PROMISES = Comparator.comparing(Promise::payOn)
            .thenComparing(Promise::invoiceId)
            .thenComparing(Promise::promiseId);
    private static final Comparator<Objection> DISPUTES = Comparator.comparing(Objection::on)
            .thenComparing(Objection::invoiceId)
            .thenComparing(Objection::disputeId);

    public record Promise(String invoiceId, String promiseId, LocalDate payOn, boolean kept) {}

    /**
     * @param on      the day on which it was raised
     * @param outcome null while nobody has answered
     */
    public record Objection(String invoiceId, String disputeId, LocalDate on, DisputeOutcome outcome) {
        boolean isOf(DisputeNoted event) {
            return invoiceId.equals(event.invoiceId()) && disputeId.equals(event.disputeId());
        }
    }

    public Optional<Claim> find(String invoiceId) {
        return settled.stream()
                .filter(known -> known.invoiceId().equals(invoiceId))
                .findFirst();
    }

    private PaymentHistory with(Claim claim) {
        return new PaymentHistory(
                with(settled, claim, known -> known.invoiceId().equals(claim.invoiceId()), CLAIMS, SETTLED),
                promises,
                disputes);
    }

    /** When money came in last for a claim that is settled; empty when none is. */
    public Optional<LocalDate> lastPaidOn() {
        LocalDate last = null;
        for (Claim claim : settled) {
            LocalDate paid = claim.paidOn();
            if (paid != null && (last == null || paid.isAfter(last))) {
                last = paid;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The day up to which claims may be forgotten, because newer ones took their places; empty while there is room. */
    public Optional<LocalDate> settledForgotten() {
        return settled.size() < SETTLED
                ? Optional.empty()
                : Optional.of(settled.get(0).day());
    }

    /** The same of promises. */
    public Optional<LocalDate> promisesForgotten() {
        return promises.size() < WORDS
                ? Optional.empty()
                : Optional.of(promises.get(0).payOn());
    }

    private PaymentHistory without(String invoiceId) {
        return find(invoiceId).isEmpty()
                ? this
                : new PaymentHistory(
                        settled.stream()
                                .filter(known -> !known.invoiceId().equals(invoiceId))
                                .toList(),
                        promises,
                        disputes);
    }

    /** What became of a claim: it is remembered once money settled it or it was given up, and forgotten before. */
    public PaymentHistory with(ClaimMoved event) {
        Claim claim = event.claim();
        boolean past = claim.stage() == Stage.WRITTEN_OFF
                || claim.stage() == Stage.SETTLED && !claim.payments().isEmpty();
        return past ? with(claim) : without(claim.invoiceId());
    }

    public PaymentHistory with(BillingErrorUpheld event) {
        return find(event.invoiceId()).map(claim -> with(claim.asOurError())).orElse(this);
    }

    public PaymentHistory with(PromiseJudged event) {
        Promise judged = new Promise(event.invoiceId(), event.promiseId(), event.payOn(), event.kept());
        Predicate<Promise> same = before -> before.invoiceId().equals(judged.invoiceId())
                && before.promiseId().equals(judged.promiseId());
        return new PaymentHistory(settled, with(promises, judged, same, PROMISES, WORDS), disputes);
    }

    public PaymentHistory with(DisputeNoted event) {
        Objection before =
                disputes.stream().filter(it -> it.isOf(event)).findFirst().orElse(null);
        boolean earlier = before != null && before.on().isBefore(event.on());
        DisputeOutcome outcome = event.outcome() == null && before != null ? before.outcome() : event.outcome();
        Objection noted =
                new Objection(event.invoiceId(), event.disputeId(), earlier ? before.on() : event.on(), outcome);
        return new PaymentHistory(settled, promises, with(disputes, noted, it -> it.isOf(event), DISPUTES, WORDS));
    }

    /** The newest {@code most} of all, in order, with {@code one} in place of the same before. */
    private static <T> List<T> with(List<T> all, T one, Predicate<T> same, Comparator<T> order, int most) {
        List<T> next = new ArrayList<>(all.size() + 1);
        next.addAll(all);
        next.removeIf(same);
        int place = next.size();
        while (place > 0 && order.compare(next.get(place - 1), one) > 0) {
            place--;
        }
        next.add(place, one);
        return List.copyOf(next.subList(Math.max(0, next.size() - most), next.size()));
    }
}
