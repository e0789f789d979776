package io.seikyu.contract.money;

import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.dated.DatedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rates of consumption tax by category and day. The day that counts is that of the transaction. */
public final class TaxRates {
    private final Map<TaxCategory, NavigableMap<LocalDate, TaxRate>> rates = new EnumMap<>(TaxCategory.class);

    private TaxRates(List<List<String>> rows) {
        for (List<String> row : rows) {
            rates.computeIfAbsent(TaxCategory.valueOf(row.get(1)), category -> new TreeMap<>())
                    .put(LocalDate.parse(row.get(0)), new TaxRate(new BigDecimal(row.get(2))));
        }
    }

    /** The rates of Japan, from the table in this module. */
    public static TaxRates japan() {
        return Japan.RATES;
    }

    /** Rates from another table: rows of first day, category, percent. */
    public static TaxRates of(List<List<String>> rows) {
        return new TaxRates(rows);
    }

    /** @throws DatedDataMissingException for a day before the category's first rate */
    public TaxRate on(LocalDate day, TaxCategory category) {
        Map.Entry<LocalDate, TaxRate> entry =
                rates.getOrDefault(category, new TreeMap<>()).floorEntry(day);
        if (entry == null) {
            throw new DatedDataMissingException(
                    "no rate of consumption tax is known for " + category + " on " + day, day);
        }
        return entry.getValue();
    }

    private static final class Japan {
        static final TaxRates RATES = of(DatedTable.beside(TaxRates.class, "tax-rates.csv"));
    }
}
