package io.seikyu.contract.interest;

import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.dated.DatedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The statutory rate of interest (法定利率, 民法 404) by day. Periods that were not announced are refused. */
public final class StatutoryRates {
    private final List<Period> periods;

    private StatutoryRates(List<Period> periods) {
        this.periods = periods;
    }

    /** The rates of Japan, from the table in this module. */
    public static StatutoryRates japan() {
        return Japan.RATES;
    }

    /** What 取適法 sets for payments later than 60 days after the receipt of the goods. */
    public static StatutoryRates subcontractLaw() {
        return Japan.SUBCONTRACT;
    }

    /** Rates from another table: rows of first day, last day, percent. */
    public static StatutoryRates of(List<List<String>> rows) {
        return new StatutoryRates(rows.stream()
                .map(row -> new Period(
                        LocalDate.parse(row.get(0)),
                        LocalDate.parse(row.get(1)),
                        new AnnualRate(new BigDecimal(row.get(2)))))
                .toList());
    }

    /** @throws DatedDataMissingException when no rate is announced for that day */
    public AnnualRate on(LocalDate day) {
        return periods.stream()
                .filter(period -> period.covers(day))
                .findFirst()
                .orElseThrow(() -> new DatedDataMissingException(
                        "no statutory rate of interest is announced for " + day
                                + ": add the Ministry of Justice's announcement, or agree a rate in the contract",
                        day))
                .rate();
    }

    private record Period(LocalDate from, LocalDate to, AnnualRate rate) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static final class Japan {
        static final StatutoryRates RATES = of(DatedTable.beside(StatutoryRates.class, "statutory-rates.csv"));
        static final StatutoryRates SUBCONTRACT = of(DatedTable.beside(StatutoryRates.class, "subcontract-rates.csv"));
    }
}
