package io.seikyu.query.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed and said about the payment of one invoice, each with the moment since when it is known, in that order.
 *
 * @param plans    when it came into an instalment plan, and out of it
 * @param promises of the payer
 * @param disputes of the payer
 */
public record Said(List<PlanMark> plans, List<Promised> promises, List<Disputed> disputes) {
    public static final Said NOTHING = new Said(List.of(), List.of(), List.of());

    /** @param on whether it stood in that instalment plan from that moment on, as far as was known */
    public record PlanMark(Instant known, String planId, boolean on) {}

    /** @param over since when nothing is expected of it any more; absent while something is */
    public record Promised(
            String promiseId,
            BigDecimal amount,
            LocalDate payOn,
            Instant known,
            @Nullable Instant over) {}

    /**
     * @param amount that is disputed, yen
     * @param over   since when it is decided; absent while it waits
     */
    public record Disputed(
            String disputeId,
            BigDecimal amount,
            Instant known,
            @Nullable Instant over) {}

    Said and(PlanMark mark) {
        return new Said(appended(plans, mark), promises, disputes);
    }

    Said and(Promised promise) {
        return new Said(plans, appended(promises, promise), disputes);
    }

    Said and(Disputed dispute) {
        return new Said(plans, promises, appended(disputes, dispute));
    }

    Said promiseOver(String promiseId, Instant over) {
        return new Said(
                plans,
                changed(
                        promises,
                        it -> it.promiseId.equals(promiseId),
                        it -> new Promised(it.promiseId, it.amount, it.payOn, it.known, over)),
                disputes);
    }

    Said disputeOver(String disputeId, Instant over) {
        return new Said(
                plans,
                promises,
                changed(
                        disputes,
                        it -> it.disputeId.equals(disputeId),
                        it -> new Disputed(it.disputeId, it.amount, it.known, over)));
    }

    /**
     * The instalment plan that it stood in.
     *
     * @param knownAt as it was known then; null: as it is known now
     */
    public Optional<String> plan(@Nullable Instant knownAt) {
        return plans.stream()
                .filter(mark -> knownAt == null || !mark.known.isAfter(knownAt))
                .reduce((one, later) -> later)
                .filter(PlanMark::on)
                .map(PlanMark::planId);
    }

    /** The promises of which something was expected, as known at that moment. */
    public List<Promised> promises(@Nullable Instant knownAt) {
        return promises.stream().filter(it -> waits(it.known, it.over, knownAt)).toList();
    }

    /** The disputes that waited for a decision, as known at that moment. */
    public List<Disputed> disputes(@Nullable Instant knownAt) {
        return disputes.stream().filter(it -> waits(it.known, it.over, knownAt)).toList();
    }

    private static boolean waits(Instant known, @Nullable Instant over, @Nullable Instant knownAt) {
        return knownAt == null ? over == null : !known.isAfter(knownAt) && (over == null || over.isAfter(knownAt));
    }

    private static <T> List<T> appended(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }

    private static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream().map(it -> which.test(it) ? change.apply(it) : it).toList();
    }
}
