package io.seikyu.command.invoice;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The payer's objections to one invoice. Several may be open at once, also about the same yen. */
public record Disputes(List<Dispute> all) {
    static final Disputes NONE = new Disputes(List.of());

    Stream<Dispute> open() {
        return all.stream().filter(Dispute::open);
    }

    /**
     * What a new dispute is about.
     *
     * @param asked null: everything that is open
     * @throws Refusal when the id is taken, nothing is open, or more is disputed than that
     */
    BigDecimal amountOf(String disputeId, BigDecimal asked, BigDecimal balance) {
        if (all.stream().anyMatch(dispute -> dispute.disputeId().equals(disputeId))) {
            throw Refusal.conflict("already-exists", "there is dispute '" + disputeId + "' already");
        }
        if (balance.signum() == 0) {
            throw Refusal.conflict(
                    "nothing-open",
                    "nothing is open of this invoice: what was paid too much is given back by a credit note");
        }
        if (asked != null && asked.compareTo(balance) > 0) {
            throw Refusal.invalid(
                    "dispute-above-balance",
                    "more is disputed than is open",
                    List.of(new Fault(
                            "/amount", "too-large", "must be at most what is open, " + text(balance) + " yen")));
        }
        return asked == null ? balance : asked;
    }

    /** @throws Refusal when there is no such dispute, or it was resolved before */
    Dispute waiting(String disputeId) {
        Dispute found = all.stream()
                .filter(dispute -> dispute.disputeId().equals(disputeId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("dispute-not-found", "there is no dispute '" + disputeId + "'"));
        if (!found.open()) {
            throw Refusal.conflict(
                    "dispute-resolved", "this dispute was resolved before: raise another if the payer objects again");
        }
        return found;
    }

    /**
     * How much of a dispute is conceded.
     *
     * @param asked what the resolution says, or null
     * @throws Refusal when outcome and amount do not go together
     */
    static BigDecimal conceded(Dispute dispute, DisputeOutcome outcome, BigDecimal asked) {
        return switch (outcome) {
            case UPHELD -> {
                mustFit(
                        asked == null || asked.compareTo(dispute.amount()) == 0,
                        "an upheld dispute is conceded whole, " + text(dispute.amount())
                                + " yen: leave the amount out, or resolve it as PARTIAL");
                yield dispute.amount();
            }
            case REJECTED -> {
                mustFit(asked == null || asked.signum() == 0, "nothing of a rejected dispute is conceded");
                yield BigDecimal.ZERO;
            }
            case PARTIAL -> {
                mustFit(
                        asked != null && asked.signum() > 0 && asked.compareTo(dispute.amount()) < 0,
                        "must say how much is conceded: more than nothing and less than the disputed "
                                + text(dispute.amount()) + " yen");
                yield asked;
            }
        };
    }

    private static void mustFit(boolean fits, String why) {
        if (!fits) {
            throw Refusal.invalid(
                    "invalid-resolution",
                    "the outcome and the amount do not go together",
                    List.of(new Fault("/amount", "invalid", why)));
        }
    }

    Disputes and(Dispute raised) {
        List<Dispute> more = new ArrayList<>(all);
        more.add(raised);
        return new Disputes(List.copyOf(more));
    }

    /** Yen that nobody reminds of while it is disputed; two disputes may be about the same yen. */
    BigDecimal disputed(BigDecimal balance) {
        return open().map(Dispute::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(balance);
    }

    /** Yen that were conceded in all. */
    BigDecimal conceded() {
        return all.stream().map(Dispute::conceded).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Disputes resolved(String disputeId, BigDecimal upheld) {
        return new Disputes(all.stream()
                .map(dispute -> dispute.disputeId().equals(disputeId) ? dispute.resolved(upheld) : dispute)
                .toList());
    }

    private static String text(BigDecimal yen) {
        return yen.stripTrailingZeros().toPlainString();
    }
}
