package io.seikyu.command.credit;

import static io.seikyu.command.credit.CreditSettings.band;

import io.seikyu.command.credit.CreditSettings.PaymentSettings;
import io.seikyu.command.credit.CreditSettings.RegistrySettings;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.account.SignalKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the parts of the scorecard (評点表) come to. A part of which nothing is known is left out, and the others are scaled
 * to 100.
 *
 * @param shares per part with data, percent of its weight
 * @param points the same in points
 * @param score  0 to 100, of two decimals
 */
record Scorecard(Map<CreditPart, BigDecimal> shares, Map<CreditPart, BigDecimal> points, BigDecimal score) {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int SCALE = 2;
    private static final Comparator<KnownSignal> BY_DAY =
            Comparator.comparing(KnownSignal::observedOn).thenComparing(KnownSignal::signalId);

    static Scorecard of(CreditFacts facts, CreditSettings settings) {
        Map<CreditPart, BigDecimal> shares = new EnumMap<>(CreditPart.class);
        bureau(facts, settings).ifPresent(share -> shares.put(CreditPart.BUREAU, share));
        payments(facts, settings).ifPresent(share -> shares.put(CreditPart.PAYMENTS, share));
        registry(facts, settings.registry()).ifPresent(share -> shares.put(CreditPart.REGISTRY, share));
        shares.put(CreditPart.CONSISTENCY, consistency(facts, settings));
        Map<CreditPart, BigDecimal> points = new EnumMap<>(CreditPart.class);
        Mean mean = new Mean();
        shares.forEach((part, share) -> {
            BigDecimal weight = settings.weights().get(part);
            points.put(part, rounded(weight.multiply(share).divide(FULL)));
            mean.add(weight, share);
        });
        BigDecimal news = hasGoodNews(facts, settings) ? settings.positive() : BigDecimal.ZERO;
        BigDecimal unpaid = settings.overduePoints(facts.overdue());
        BigDecimal score = mean.value().add(news).subtract(unpaid);
        return new Scorecard(shares, points, rounded(score.min(FULL).max(BigDecimal.ZERO)));
    }

    boolean isWhole() {
        return shares.size() == CreditPart.values().length;
    }

    /** The newest score that still counts; of several of a day the one that was recorded last by its id. */
    static Optional<KnownSignal> latestScore(CreditFacts facts, CreditSettings settings) {
        return facts.signals().stream()
                .filter(signal -> signal.kind() == SignalKind.BUREAU_SCORE && signal.value() != null)
                .filter(KnownSignal::counts)
                .filter(signal -> !signal.observedOn()
                        .plusMonths(settings.bureau().months())
                        .isBefore(facts.today()))
                .max(BY_DAY);
    }

    static boolean isSlowing(CreditFacts facts, CreditSettings settings) {
        return facts.slowing() != null
                && !facts.slowing().plusDays(settings.slowdown().countsDays()).isBefore(facts.today());
    }

    static boolean hasGoodNews(CreditFacts facts, CreditSettings settings) {
        return facts.signals().stream()
                .anyMatch(signal -> signal.kind() == SignalKind.POSITIVE && isRecent(signal, facts, settings));
    }

    /** Whether it still counts on the day of the screening. */
    static boolean isRecent(KnownSignal signal, CreditFacts facts, CreditSettings settings) {
        return signal.counts()
                && !signal.observedOn()
                        .plusDays(settings.deterioration().lowersForDays())
                        .isBefore(facts.today());
    }

    private static Optional<BigDecimal> bureau(CreditFacts facts, CreditSettings settings) {
        return latestScore(facts, settings)
                .map(signal -> band(settings.bureau().bands().get(signal.bureau()), signal.value()));
    }

    private static Optional<BigDecimal> payments(CreditFacts facts, CreditSettings settings) {
        PaymentSettings how = settings.payments();
        PaymentProfile paid = facts.payments();
        if (paid.counted() < how.atLeast()) {
            return Optional.empty();
        }
        if (paid.writtenOff() > 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        Mean mean = new Mean();
        mean.add(how.onTime(), paid.onTimeRatio().orElseThrow().multiply(FULL));
        mean.add(how.delay(), band(how.delayBands(), paid.averageDaysLate()));
        int promises = paid.promisesKept() + paid.promisesBroken();
        if (promises > 0) {
            mean.add(how.promises(), percent(paid.promisesKept(), promises));
        }
        int methods =
                paid.methods().values().stream().mapToInt(Integer::intValue).sum();
        if (methods > 0) {
            int steady = paid.methods().entrySet().stream()
                    .filter(entry -> how.steadyMethods().contains(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            mean.add(how.methods(), percent(steady, methods));
        }
        BigDecimal less = isSlowing(facts, settings) ? how.slower() : BigDecimal.ZERO;
        return Optional.of(rounded(mean.value().subtract(less).max(BigDecimal.ZERO)));
    }

    private static Optional<BigDecimal> registry(CreditFacts facts, RegistrySettings how) {
        Mean mean = new Mean();
        if (facts.payer().foundedOn() != null) {
            mean.add(how.age(), band(how.ageBands(), years(facts)));
        }
        if (Boolean.TRUE.equals(facts.payer().numberKnown())) {
            mean.add(how.number(), FULL);
        }
        return mean.isEmpty() ? Optional.empty() : Optional.of(rounded(mean.value()));
    }

    static BigDecimal years(CreditFacts facts) {
        return BigDecimal.valueOf(
                Math.max(0, facts.payer().foundedOn().until(facts.today()).getYears()));
    }

    /** What nobody found fault with agrees, so there is always something to say. */
    private static BigDecimal consistency(CreditFacts facts, CreditSettings settings) {
        Mean mean = new Mean();
        boolean mismatch = facts.signals().stream()
                .anyMatch(signal -> signal.kind() == SignalKind.REGISTRY_MISMATCH && isRecent(signal, facts, settings));
        mean.add(BigDecimal.ONE, mismatch ? BigDecimal.ZERO : FULL);
        if (facts.payer().registrationMatches() != null) {
            mean.add(BigDecimal.ONE, facts.payer().registrationMatches() ? FULL : BigDecimal.ZERO);
        }
        if (facts.payer().mailDomain() != null) {
            boolean free = settings.freeMail().contains(facts.payer().mailDomain());
            mean.add(BigDecimal.ONE, free ? BigDecimal.ZERO : FULL);
        }
        return rounded(mean.value());
    }

    private static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(part).multiply(FULL).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** A weighted mean of what is known. */
    private static final class Mean {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal weights = BigDecimal.ZERO;

        void add(BigDecimal weight, BigDecimal value) {
            sum = sum.add(weight.multiply(value));
            weights = weights.add(weight);
        }

        boolean isEmpty() {
            return weights.signum() == 0;
        }

        BigDecimal value() {
            return isEmpty() ? BigDecimal.ZERO : sum.divide(weights, 6, RoundingMode.HALF_UP);
        }
    }
}
