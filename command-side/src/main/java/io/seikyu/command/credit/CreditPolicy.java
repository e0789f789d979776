package io.seikyu.command.credit;

import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides how far a payer is trusted (与信審査): a grade from the scorecard, and the least of what is needed, the agency's
 * own cap and the grade's cap as its limit. Only a bankruptcy and a hit on anti-social forces that a person confirmed
 * refuse a payer whatever the score. A pure function: the same facts give the same decision.
 */
public final class CreditPolicy {
    /** Rises when what is done with the settings changes; what was done before stays runnable, see {@link #withRules}. */
    public static final String RULES = "scorecard@2";

    /** Did not look at what is overdue. */
    static final String FIRST = "scorecard@1";

    private static final BigDecimal GOOD = BigDecimal.valueOf(80);
    private static final BigDecimal LOW = BigDecimal.valueOf(50);

    private final String version;
    private final CreditSettings settings;
    private final String rules;

    /** @param version under which decisions remember it, e.g. {@code credit/default@3} */
    public CreditPolicy(String version, CreditSettings settings) {
        this(version, settings, RULES);
    }

    private CreditPolicy(String version, CreditSettings settings, String rules) {
        this.version = version;
        this.settings = settings;
        this.rules = rules;
    }

    /**
     * The same, as it was decided by then.
     *
     * @throws UnknownRevisionException when the code of that is not there any more
     */
    public CreditPolicy withRules(String revision) {
        if (!RULES.equals(revision) && !FIRST.equals(revision)) {
            throw new UnknownRevisionException(revision);
        }
        return new CreditPolicy(version, settings, revision);
    }

    public String version() {
        return version;
    }

    CreditSettings settings() {
        return settings;
    }

    public CreditDecision decide(CreditFacts all) {
        CreditFacts facts = rules.equals(FIRST) ? all.nothingOverdue() : all;
        Outcome outcome = outcome(facts);
        Optional<Scorecard> card = Optional.ofNullable(outcome.card());
        return new CreditDecision(
                outcome.grade(),
                card.map(Scorecard::score).orElse(null),
                card.map(Scorecard::points).orElse(java.util.Map.of()),
                outcome.limit(),
                outcome.onHold(),
                List.copyOf(outcome.reasons()),
                outcome.measures(),
                CreditInputs.of(facts, settings, rules),
                new Counterfactuals(this, facts, outcome).told());
    }

    /** The decision without what explains it, see {@link Counterfactuals}. */
    Outcome outcome(CreditFacts facts) {
        if (facts.insolvent()) {
            return refused(CreditReason.INSOLVENT, false);
        }
        if (suspicion(facts, SignalVerdict.CONFIRMED)) {
            return refused(CreditReason.GENERAL_ASSESSMENT, true);
        }
        Scorecard card = Scorecard.of(facts, settings);
        Set<CreditReason> reasons = reasons(card, facts);
        CreditGrade grade = ofScore(card.score());
        if (!card.isWhole() || facts.payments().writtenOff() > 0 || isOverdue(facts)) {
            grade = worse(grade, CreditGrade.REDUCED_LIMIT);
        }
        if (reasons.contains(CreditReason.DETERIORATION)) {
            grade = oneLower(grade);
        }
        boolean onHold = suspicion(facts, null) || deterioratesFast(facts);
        if (onHold) {
            reasons.add(CreditReason.UNDER_REVIEW);
        }
        BigDecimal limit = limit(grade, facts);
        boolean above = facts.requested() != null && needed(facts).compareTo(limit) > 0;
        if (above) {
            reasons.add(CreditReason.AMOUNT_ABOVE_LIMIT);
        }
        return new Outcome(card, grade, limit, onHold, reasons, measures(grade, above));
    }

    private Outcome refused(CreditReason reason, boolean onHold) {
        CreditGrade grade = CreditGrade.DECLINED;
        return new Outcome(null, grade, BigDecimal.ZERO, onHold, EnumSet.of(reason), measures(grade, false));
    }

    private Set<CreditReason> reasons(Scorecard card, CreditFacts facts) {
        Set<CreditReason> reasons = EnumSet.noneOf(CreditReason.class);
        card.shares().forEach((part, share) -> {
            switch (part) {
                case BUREAU ->
                    reasons.add(
                            share.compareTo(LOW) < 0
                                    ? CreditReason.EXTERNAL_ASSESSMENT_LOW
                                    : CreditReason.EXTERNAL_ASSESSMENT_GOOD);
                case PAYMENTS -> paying(share).ifPresent(reasons::add);
                case CONSISTENCY ->
                    add(reasons, CreditReason.DATA_INCONSISTENT, share.compareTo(BigDecimal.valueOf(100)) < 0);
                default -> add(reasons, CreditReason.YOUNG_COMPANY, isYoung(facts));
            }
        });
        add(reasons, CreditReason.DATA_MISSING, !card.isWhole());
        add(reasons, CreditReason.PAYING_SLOWER, Scorecard.isSlowing(facts, settings));
        add(reasons, CreditReason.PROMISES_BROKEN, facts.payments().promisesBroken() > 0);
        add(reasons, CreditReason.OVERDUE, isOverdue(facts));
        add(reasons, CreditReason.UNPAID_HISTORY, facts.payments().writtenOff() > 0);
        add(reasons, CreditReason.POSITIVE_NEWS, Scorecard.hasGoodNews(facts, settings));
        add(reasons, CreditReason.DETERIORATION, deteriorations(facts).findAny().isPresent());
        return reasons;
    }

    private static Optional<CreditReason> paying(BigDecimal share) {
        if (share.compareTo(GOOD) >= 0) {
            return Optional.of(CreditReason.PAYS_ON_TIME);
        }
        return share.compareTo(LOW) < 0 ? Optional.of(CreditReason.PAYS_LATE) : Optional.empty();
    }

    private boolean isOverdue(CreditFacts facts) {
        return settings.overduePoints(facts.overdue()).signum() > 0;
    }

    private boolean isYoung(CreditFacts facts) {
        return facts.payer().foundedOn() != null
                && CreditSettings.band(settings.registry().ageBands(), Scorecard.years(facts))
                                .compareTo(LOW)
                        < 0;
    }

    private static void add(Set<CreditReason> reasons, CreditReason reason, boolean applies) {
        if (applies) {
            reasons.add(reason);
        }
    }

    private Stream<KnownSignal> deteriorations(CreditFacts facts) {
        return facts.signals().stream()
                .filter(KnownSignal::isDeterioration)
                .filter(signal -> Scorecard.isRecent(signal, facts, settings));
    }

    /** Two that nobody has judged, close to each other. */
    private boolean deterioratesFast(CreditFacts facts) {
        List<KnownSignal> unjudged = deteriorations(facts)
                .filter(signal -> signal.verdict() == null)
                .sorted(java.util.Comparator.comparing(KnownSignal::observedOn))
                .toList();
        for (int i = 1; i < unjudged.size(); i++) {
            long apart = ChronoUnit.DAYS.between(
                    unjudged.get(i - 1).observedOn(), unjudged.get(i).observedOn());
            if (apart <= settings.deterioration().togetherDays()) {
                return true;
            }
        }
        return false;
    }

    private static boolean suspicion(CreditFacts facts, SignalVerdict verdict) {
        return facts.signals().stream()
                .anyMatch(signal -> signal.kind() == SignalKind.ANTI_SOCIAL && signal.verdict() == verdict);
    }

    private CreditGrade ofScore(BigDecimal score) {
        for (CreditGrade grade : CreditGrade.values()) {
            BigDecimal from = settings.grades().get(grade).from();
            if (from != null && score.compareTo(from) >= 0) {
                return grade;
            }
        }
        return CreditGrade.PREPAYMENT;
    }

    private static CreditGrade worse(CreditGrade one, CreditGrade other) {
        return one.isWorseThan(other) ? one : other;
    }

    /** Never refused: that is not a matter of a signal. */
    private static CreditGrade oneLower(CreditGrade grade) {
        return grade.isWorseThan(CreditGrade.SHORTER_TERMS) ? grade : CreditGrade.values()[grade.ordinal() + 1];
    }

    private BigDecimal limit(CreditGrade grade, CreditFacts facts) {
        BigDecimal limit = settings.ownCap().min(settings.grades().get(grade).cap());
        BigDecimal need = need(facts);
        return (need == null ? limit : limit.min(need)).setScale(0, RoundingMode.DOWN);
    }

    /** Sales of the months until they are collected, or what is asked for where that is more; null when unknown. */
    static BigDecimal need(CreditFacts facts) {
        CreditFacts.PayerData payer = facts.payer();
        BigDecimal usual = payer.monthlySales() == null || payer.collectionMonths() == null
                ? null
                : payer.monthlySales().multiply(payer.collectionMonths());
        if (facts.requested() == null) {
            return usual;
        }
        return usual == null ? needed(facts) : usual.max(needed(facts));
    }

    private static BigDecimal needed(CreditFacts facts) {
        return facts.exposure().total().add(facts.requested());
    }

    private List<CreditMeasure> measures(CreditGrade grade, boolean aboveLimit) {
        Set<CreditMeasure> measures =
                EnumSet.copyOf(settings.grades().get(grade).measures());
        if (aboveLimit && !grade.isWorseThan(CreditGrade.SHORTER_TERMS)) {
            measures.add(CreditMeasure.REDUCE_AMOUNT);
        }
        if (measures.size() > 1) {
            measures.remove(CreditMeasure.NONE);
        }
        return new ArrayList<>(measures);
    }

    /** @param card null where a knock-out decided */
    record Outcome(
            Scorecard card,
            CreditGrade grade,
            BigDecimal limit,
            boolean onHold,
            Set<CreditReason> reasons,
            List<CreditMeasure> measures) {}
}
