package io.seikyu.command.credit;

import io.seikyu.command.credit.CreditFacts.PayerData;
import io.seikyu.command.credit.CreditPolicy.Outcome;
import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What would have led to another outcome: one thing at a time is made better, just as far as it takes, and the policy asked
 * again. Told as {@code WHAT from -> to: GRADE, limit}. The agency's to see, since it tells of scores and signals.
 */
final class Counterfactuals {
    private final CreditPolicy policy;
    private final CreditFacts facts;
    private final Outcome present;
    private final List<String> told = new ArrayList<>();

    Counterfactuals(CreditPolicy policy, CreditFacts facts, Outcome present) {
        this.policy = policy;
        this.facts = facts;
        this.present = present;
    }

    List<String> told() {
        if (facts.insolvent()) {
            return List.of();
        }
        if (present.grade() == CreditGrade.NORMAL && !present.onHold() && !aboveLimit()) {
            return List.of();
        }
        without("ANTI_SOCIAL", signal -> signal.kind() == SignalKind.ANTI_SOCIAL);
        without("DETERIORATION", KnownSignal::isDeterioration);
        bureau();
        onTime();
        promises();
        overdue();
        unpaid();
        if (facts.slowing() != null) {
            tell("SLOWING " + facts.slowing() + " -> none", facts.notSlowing());
        }
        consistent();
        complete();
        amount();
        return List.copyOf(told);
    }

    private boolean aboveLimit() {
        return present.reasons().contains(CreditReason.AMOUNT_ABOVE_LIMIT);
    }

    private void without(String name, Predicate<KnownSignal> kind) {
        List<KnownSignal> others =
                facts.signals().stream().filter(kind.negate()).toList();
        int gone = facts.signals().size() - others.size();
        if (gone > 0) {
            tell(name + " " + gone + " -> 0", facts.with(others));
        }
    }

    private void bureau() {
        KnownSignal score = Scorecard.latestScore(facts, policy.settings()).orElse(null);
        Bureau bureau = score == null ? Bureau.TDB : score.bureau();
        BigDecimal value = score == null ? BigDecimal.valueOf(-1) : score.value();
        for (BigDecimal better : policy.settings()
                .bureau()
                .bands()
                .get(bureau)
                .tailMap(value, false)
                .keySet()) {
            CreditFacts other = withScore(bureau, better);
            if (isBetter(policy.outcome(other))) {
                tell("BUREAU_SCORE " + (score == null ? "none" : value.toPlainString()) + " -> " + better, other);
                return;
            }
        }
    }

    private CreditFacts withScore(Bureau bureau, BigDecimal value) {
        KnownSignal score =
                new KnownSignal("~", SignalKind.BUREAU_SCORE, value, bureau, facts.today(), SignalVerdict.CONFIRMED);
        return facts.with(Stream.concat(
                        facts.signals().stream().filter(signal -> signal.kind() != SignalKind.BUREAU_SCORE),
                        Stream.of(score))
                .toList());
    }

    /** The least number of invoices on time that suffices: more are never worse, so halving finds it. */
    private void onTime() {
        PaymentProfile paid = facts.payments();
        int low = paid.onTime();
        int high = paid.counted();
        if (low == high || !isBetter(policy.outcome(facts.with(punctual(paid, high))))) {
            return;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (isBetter(policy.outcome(facts.with(punctual(paid, middle))))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        tell("ON_TIME " + paid.onTime() + " -> " + high + " of " + paid.counted(), facts.with(punctual(paid, high)));
    }

    /** The same with {@code onTime} invoices on time; the delays that are left are as long as they were on average. */
    private static PaymentProfile punctual(PaymentProfile paid, int onTime) {
        int delays = paid.counted() - onTime;
        long days = paid.delays() == 0 ? 0 : paid.daysLate() * delays / paid.delays();
        return profile(paid, onTime, delays, days, paid.promisesBroken(), paid.writtenOff());
    }

    private void promises() {
        PaymentProfile paid = facts.payments();
        if (paid.promisesBroken() > 0) {
            tell(
                    "PROMISES_BROKEN " + paid.promisesBroken() + " -> 0",
                    facts.with(profile(paid, paid.onTime(), paid.delays(), paid.daysLate(), 0, paid.writtenOff())));
        }
    }

    private void overdue() {
        if (present.reasons().contains(CreditReason.OVERDUE)) {
            tell("OVERDUE_DAYS " + facts.overdue() + " -> 0", facts.nothingOverdue());
        }
    }

    private void unpaid() {
        PaymentProfile paid = facts.payments();
        if (paid.writtenOff() > 0) {
            tell(
                    "WRITTEN_OFF " + paid.writtenOff() + " -> 0",
                    facts.with(profile(paid, paid.onTime(), paid.delays(), paid.daysLate(), paid.promisesBroken(), 0)));
        }
    }

    private static PaymentProfile profile(
            PaymentProfile paid, int onTime, int delays, long daysLate, int broken, int writtenOff) {
        return new PaymentProfile(
                paid.after(),
                paid.through(),
                paid.settled(),
                paid.excused(),
                onTime,
                delays,
                daysLate,
                paid.longestDelay(),
                paid.methods(),
                paid.promisesKept(),
                broken,
                paid.disputes(),
                paid.disputesUpheld(),
                writtenOff);
    }

    private void consistent() {
        if (present.reasons().contains(CreditReason.DATA_INCONSISTENT)) {
            tell("DATA_INCONSISTENT -> none", consistent(facts));
        }
    }

    private CreditFacts consistent(CreditFacts from) {
        PayerData payer = from.payer();
        return from.with(new PayerData(
                        payer.foundedOn(),
                        payer.numberKnown(),
                        payer.registrationMatches() == null ? null : true,
                        null,
                        payer.monthlySales(),
                        payer.collectionMonths()))
                .with(from.signals().stream()
                        .filter(signal -> signal.kind() != SignalKind.REGISTRY_MISMATCH)
                        .toList());
    }

    /** What is not known, at its best: a payer who is new learns what keeps it from the best grade. */
    private void complete() {
        if (!present.reasons().contains(CreditReason.DATA_MISSING)) {
            return;
        }
        List<String> missing = new ArrayList<>();
        CreditFacts whole = facts;
        if (!present.card().shares().containsKey(CreditPart.BUREAU)) {
            missing.add(CreditPart.BUREAU.text());
            whole = withScore(Bureau.TDB, BigDecimal.valueOf(100));
        }
        if (!present.card().shares().containsKey(CreditPart.PAYMENTS)) {
            missing.add(CreditPart.PAYMENTS.text());
            int atLeast = policy.settings().payments().atLeast();
            PaymentProfile paid = facts.payments();
            whole = whole.with(profile(paid, atLeast, 0, 0, paid.promisesBroken(), paid.writtenOff()));
        }
        if (!present.card().shares().containsKey(CreditPart.REGISTRY)) {
            missing.add(CreditPart.REGISTRY.text());
            PayerData payer = facts.payer();
            whole = whole.with(new PayerData(
                    facts.today().minusYears(100),
                    payer.numberKnown(),
                    payer.registrationMatches(),
                    payer.mailDomain(),
                    payer.monthlySales(),
                    payer.collectionMonths()));
        }
        tell("DATA_MISSING " + String.join("+", missing) + " -> at best", whole);
    }

    private void amount() {
        BigDecimal room = present.limit().subtract(facts.exposure().total());
        if (aboveLimit() && room.signum() > 0) {
            String from = facts.requested().toPlainString();
            told.add("REQUESTED_AMOUNT " + from + " -> " + room.toPlainString() + ": within the limit");
        }
    }

    private void tell(String what, CreditFacts other) {
        Outcome outcome = policy.outcome(other);
        if (isBetter(outcome)) {
            told.add(what + ": " + outcome.grade() + ", " + outcome.limit().toPlainString()
                    + (outcome.onHold() ? ", on hold" : ""));
        }
    }

    private boolean isBetter(Outcome other) {
        return present.grade().isWorseThan(other.grade())
                || present.grade() == other.grade() && present.onHold() && !other.onHold();
    }
}
