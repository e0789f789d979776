package io.seikyu.contract.limitation;

import io.seikyu.contract.limitation.LimitationFact.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * How the limitation of a claim stands (消滅時効). It counts from the due date: the creditor knew of the claim.
 *
 * @param expiresOn     the last day of the period as it runs
 * @param deferredUntil the end of it is put off to that day at least (完成猶予), or null
 * @param suspended     as long as a proceeding runs it does not end
 * @param barredAfter   the last day on which the payer cannot plead it; null while suspended
 */
public record Limitation(LocalDate expiresOn, LocalDate deferredUntil, boolean suspended, LocalDate barredAfter) {
    /** From the due date on, when nothing happens. */
    public static final int YEARS = 5;

    private static final int YEARS_AFTER_JUDGMENT = 10;
    private static final int MONTHS_DEFERRED = 6;
    private static final int YEARS_OF_TALKS = 5;

    /** @param facts in any order; what happened after the claim was barred changes nothing by itself */
    public static Limitation of(LocalDate dueDate, List<LimitationFact> facts) {
        Period period = new Period(dueDate.plusYears(YEARS), YEARS);
        facts.stream()
                .sorted(Comparator.comparing(LimitationFact::on)
                        .thenComparing(LimitationFact::kind)
                        .thenComparing(LimitationFact::factId))
                .forEach(fact -> period.hear(fact, dueDate));
        return period.now();
    }

    public boolean isBarredOn(LocalDate day) {
        return barredAfter != null && day.isAfter(barredAfter);
    }

    /** The period while its facts are told in their order. */
    private static final class Period {
        private LocalDate expiresOn;
        private int years;
        private LocalDate deferredUntil;
        private Kind deferredBy;
        private boolean suspended;

        Period(LocalDate expiresOn, int years) {
            this.expiresOn = expiresOn;
            this.years = years;
        }

        Limitation now() {
            return new Limitation(expiresOn, deferredUntil, suspended, suspended ? null : barredAfter());
        }

        private LocalDate barredAfter() {
            return deferredUntil != null && deferredUntil.isAfter(expiresOn) ? deferredUntil : expiresOn;
        }

        void hear(LimitationFact fact, LocalDate dueDate) {
            LocalDate day = fact.on();
            if (!suspended && day.isAfter(barredAfter())) {
                return;
            }
            switch (fact.kind()) {
                case DEMAND_RECEIVED -> demand(day);
                case NEGOTIATION_AGREED -> talk(day, fact.until());
                case NEGOTIATION_REFUSED -> refuse(day);
                case PROCEEDING_BEGUN -> suspended = true;
                case PROCEEDING_ENDED -> end(day);
                case JUDGMENT -> {
                    suspended = false;
                    years = YEARS_AFTER_JUDGMENT;
                    restart(day);
                }
                case ACKNOWLEDGED -> restart(day.isBefore(dueDate) ? dueDate : day);
            }
        }

        /** A second demand within the time that the first one gave does nothing (150), nor one during talks (151). */
        private void demand(LocalDate day) {
            if (!suspended && !isDeferredOn(day)) {
                defer(day.plusMonths(MONTHS_DEFERRED), Kind.DEMAND_RECEIVED);
            }
        }

        /** Not within the time that a demand gave (151); again as often as agreed, but five years in all. */
        private void talk(LocalDate day, LocalDate until) {
            if (suspended || isDeferredOn(day) && deferredBy != Kind.NEGOTIATION_AGREED) {
                return;
            }
            LocalDate end = earlier(day.plusYears(1), until);
            LocalDate most = earlier(end, expiresOn.plusYears(YEARS_OF_TALKS));
            if (deferredUntil == null || most.isAfter(deferredUntil)) {
                defer(most, Kind.NEGOTIATION_AGREED);
            }
        }

        private void refuse(LocalDate day) {
            if (deferredBy == Kind.NEGOTIATION_AGREED && isDeferredOn(day)) {
                deferredUntil = earlier(deferredUntil, day.plusMonths(MONTHS_DEFERRED));
            }
        }

        private void end(LocalDate day) {
            if (suspended) {
                suspended = false;
                defer(day.plusMonths(MONTHS_DEFERRED), Kind.PROCEEDING_ENDED);
            }
        }

        private void restart(LocalDate day) {
            expiresOn = day.plusYears(years);
            deferredUntil = null;
            deferredBy = null;
        }

        private boolean isDeferredOn(LocalDate day) {
            return deferredUntil != null && !day.isAfter(deferredUntil);
        }

        private void defer(LocalDate until, Kind by) {
            deferredUntil = until;
            deferredBy = by;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return other == null || one.isBefore(other) ? one : other;
        }
    }
}
