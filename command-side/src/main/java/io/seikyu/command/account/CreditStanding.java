package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a payer is trusted, as far as anybody has decided it. Nothing of it is personal data.
 *
 * @param screening  the last one, or null
 * @param insolvency or null
 * @param held       why nothing more is covered, a code; or null
 * @param signals    what was heard, by the day of its observation, the last {@value #SIGNALS}
 * @param slowing    when it was noticed last that the payer pays later and later, or null
 */
public record CreditStanding(
        Screening screening, Insolvency insolvency, String held, List<Heard> signals, LocalDate slowing) {
    static final int SIGNALS = 100;
    private static final Set<SignalKind> PERSONS =
            Set.of(SignalKind.DETERIORATION, SignalKind.TAX_ARREARS, SignalKind.ANTI_SOCIAL);
    public static final CreditStanding UNKNOWN = new CreditStanding(null, null, null, List.of(), null);
    private static final Comparator<Heard> BY_DAY =
            Comparator.comparing(Heard::observedOn).thenComparing(Heard::signalId);

    /** @param observedOn what was delivered after this day is not covered */
    public record Insolvency(String signalId, LocalDate observedOn) {}

    /**
     * What counts of a signal.
     *
     * @param bureau     whose score it is
     * @param recordedBy the key of whoever said so
     * @param verdict    of a person, or null while nobody has judged it
     */
    public record Heard(
            String signalId,
            SignalKind kind,
            BigDecimal value,
            LocalDate observedOn,
            Bureau bureau,
            String recordedBy,
            SignalVerdict verdict) {
        Heard judged(SignalVerdict by) {
            return new Heard(signalId, kind, value, observedOn, bureau, recordedBy, by);
        }
    }

    /** Up to which the agency bears the risk, yen; empty while nobody has decided it. */
    public Optional<BigDecimal> limit() {
        if (insolvency != null) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.ofNullable(screening).map(Screening::creditLimit);
    }

    /** Whether nothing is covered beyond what was reserved before. */
    public boolean onHold() {
        return held != null || screening != null && screening.onHold();
    }

    public boolean insolvent() {
        return insolvency != null;
    }

    boolean insolventOn(LocalDate delivery) {
        return insolvency != null && delivery.isAfter(insolvency.observedOn());
    }

    /** What is left of the limit beside {@code exposure}, yen; zero without a limit. */
    BigDecimal leftOf(BigDecimal exposure) {
        return limit().map(most -> most.subtract(exposure).max(BigDecimal.ZERO)).orElse(BigDecimal.ZERO);
    }

    /** Whether anybody has decided how far the payer is trusted. */
    public boolean decided() {
        return limit().isPresent() || onHold();
    }

    CreditStanding with(CreditScreened event) {
        return new CreditStanding(event.screening(), insolvency, held, signals, slowing);
    }

    CreditStanding with(SignalRecorded event, String actor) {
        List<Heard> all = new ArrayList<>(signals);
        all.add(new Heard(
                event.signalId(),
                event.signal().kind(),
                event.signal().value(),
                event.signal().observedOn(),
                Bureau.of(event.signal().source()),
                actor,
                null));
        all.sort(BY_DAY);
        return new CreditStanding(
                screening,
                insolvency,
                held,
                List.copyOf(all.subList(Math.max(0, all.size() - SIGNALS), all.size())),
                slowing);
    }

    CreditStanding with(SignalJudged event) {
        return new CreditStanding(
                screening,
                insolvency,
                held,
                signals.stream()
                        .map(it -> it.signalId().equals(event.signalId()) ? it.judged(event.verdict()) : it)
                        .toList(),
                slowing);
    }

    CreditStanding with(SlowdownNoticed event) {
        return new CreditStanding(screening, insolvency, held, signals, event.noticedOn());
    }

    /** Whether anybody asked how far the payer can be trusted, or had something to say of it. */
    boolean isWatched() {
        return screening != null || !signals.isEmpty();
    }

    public Optional<CreditGrade> grade() {
        return Optional.ofNullable(screening).map(Screening::grade);
    }

    boolean isInsolventBy(String signalId) {
        return insolvency != null && insolvency.signalId().equals(signalId);
    }

    /** Whether it comes out otherwise than the last one. */
    boolean isNews(Screening decided) {
        return screening == null
                || decided.grade() != screening.grade()
                || decided.onHold() != screening.onHold()
                || decided.creditLimit().compareTo(screening.creditLimit()) != 0
                || !decided.reasons().equals(screening.reasons());
    }

    /** Whether he pays later and later, or something was heard that nobody found to be wrong. */
    public boolean isDeteriorating() {
        return slowing != null
                || signals.stream()
                        .anyMatch(it -> it.verdict() != SignalVerdict.DISMISSED
                                && (it.kind() == SignalKind.DETERIORATION || it.kind() == SignalKind.TAX_ARREARS));
    }

    /** Those that a person has to find out about. */
    List<Heard> unjudged() {
        return signals.stream()
                .filter(it -> it.verdict() == null && PERSONS.contains(it.kind()))
                .toList();
    }

    public Optional<Heard> signal(String signalId) {
        return signals.stream().filter(it -> it.signalId().equals(signalId)).findFirst();
    }

    CreditStanding with(InsolvencyRecorded event) {
        return new CreditStanding(
                screening, new Insolvency(event.signalId(), event.observedOn()), held, signals, slowing);
    }

    /** The limit from before is not the limit of today. */
    CreditStanding solvent() {
        return new CreditStanding(null, null, held, signals, slowing);
    }

    CreditStanding with(CreditHeld event) {
        return new CreditStanding(screening, insolvency, event.reason(), signals, slowing);
    }

    CreditStanding released() {
        return new CreditStanding(screening, insolvency, null, signals, slowing);
    }
}
