package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent.MeasureTaken;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalVerdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that led to a payer's grade (与信ファイル), for people of the agency alone. The newest {@value #MOST} of each kind.
 *
 * @param screenings with their points, inputs and what would have changed them; the newest last
 * @param signals    in the order in which they were recorded
 */
public record CreditFileView(
        String clientId,
        String accountId,
        List<Screening> screenings,
        List<KnownSignal> signals,
        List<Slowdown> slowdowns,
        List<Measure> measures) {
    static final int MOST = 50;

    /**
     * @param verdict absent while nobody judged it
     * @param reason  of the verdict
     */
    public record KnownSignal(String signalId, Signal signal, SignalVerdict verdict, String reason) {}

    /** That the payer surely pays later and later. */
    public record Slowdown(
            LocalDate noticedOn, int invoices, BigDecimal daysPerMonth, BigDecimal low, BigDecimal high) {}

    public record Measure(
            String screeningId, CreditMeasure measure, String contractId, LocalDate effectiveFrom, String approvalId) {}

    CreditFileView(String clientId, String accountId) {
        this(clientId, accountId, List.of(), List.of(), List.of(), List.of());
    }

    CreditFileView and(Screening screening) {
        return new CreditFileView(clientId, accountId, and(screenings, screening), signals, slowdowns, measures);
    }

    CreditFileView and(SignalRecorded event) {
        KnownSignal heard = new KnownSignal(event.signalId(), event.signal(), null, null);
        return new CreditFileView(clientId, accountId, screenings, and(signals, heard), slowdowns, measures);
    }

    CreditFileView judged(SignalJudged event) {
        List<KnownSignal> all = signals.stream()
                .map(it -> it.signalId().equals(event.signalId())
                        ? new KnownSignal(it.signalId(), it.signal(), event.verdict(), event.reason())
                        : it)
                .toList();
        return new CreditFileView(clientId, accountId, screenings, all, slowdowns, measures);
    }

    CreditFileView and(SlowdownNoticed event) {
        Slowdown noticed =
                new Slowdown(event.noticedOn(), event.invoices(), event.daysPerMonth(), event.low(), event.high());
        return new CreditFileView(clientId, accountId, screenings, signals, and(slowdowns, noticed), measures);
    }

    CreditFileView and(MeasureTaken event) {
        Measure taken = new Measure(
                event.screeningId(), event.measure(), event.contractId(), event.effectiveFrom(), event.approvalId());
        return new CreditFileView(clientId, accountId, screenings, signals, slowdowns, and(measures, taken));
    }

    private static <T> List<T> and(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }
}
