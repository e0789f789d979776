package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.SignalKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a payer is trusted, as far as anybody has decided it. Nothing of it is personal data.
 *
 * @param screening  the last one, or null
 * @param insolvency or null
 * @param held       why nothing more is covered, a code; or null
 * @param signals    what was heard, by the day of its observation, the last {@value #SIGNALS}
 */
public record CreditStanding(Screening screening, Insolvency insolvency, String held, List<Heard> signals) {
    static final int SIGNALS = 100;
    public static final CreditStanding UNKNOWN = new CreditStanding(null, null, null, List.of());
    private static final Comparator<Heard> BY_DAY =
            Comparator.comparing(Heard::observedOn).thenComparing(Heard::signalId);

    /** @param observedOn what was delivered after this day is not covered */
    public record Insolvency(String signalId, LocalDate observedOn) {}

    /** What counts of a signal. */
    public record Heard(String signalId, SignalKind kind, BigDecimal value, LocalDate observedOn) {}

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
        return new CreditStanding(event.screening(), insolvency, held, signals);
    }

    CreditStanding with(SignalRecorded event) {
        List<Heard> all = new ArrayList<>(signals);
        all.add(new Heard(
                event.signalId(),
                event.signal().kind(),
                event.signal().value(),
                event.signal().observedOn()));
        all.sort(BY_DAY);
        return new CreditStanding(
                screening, insolvency, held, List.copyOf(all.subList(Math.max(0, all.size() - SIGNALS), all.size())));
    }

    CreditStanding with(InsolvencyRecorded event) {
        return new CreditStanding(screening, new Insolvency(event.signalId(), event.observedOn()), held, signals);
    }

    /** The limit from before is not the limit of today. */
    CreditStanding solvent() {
        return new CreditStanding(null, null, held, signals);
    }

    CreditStanding with(CreditHeld event) {
        return new CreditStanding(screening, insolvency, event.reason(), signals);
    }

    CreditStanding released() {
        return new CreditStanding(screening, insolvency, null, signals);
    }
}
