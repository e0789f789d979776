package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What credit notes gave back of one invoice so far.
 *
 * @param taxes the sums of each rate over all of them
 */
public record Credits(List<TaxTotal> taxes) {
    static final Credits NONE = new Credits(List.of());

    /** What is left of each rate of the {@code original}: no credit goes beyond it. */
    public List<TaxTotal> left(List<TaxTotal> original) {
        return original.stream().map(sum -> less(sum, of(sum.taxCategory()))).toList();
    }

    /** The first sum of {@code more} that the original does not hold any more. */
    public Optional<TaxTotal> beyond(List<TaxTotal> original, List<TaxTotal> more) {
        List<TaxTotal> left = left(original);
        return more.stream()
                .filter(sum -> left.stream().noneMatch(rest -> holds(rest, sum)))
                .findFirst();
    }

    private static boolean holds(TaxTotal rest, TaxTotal sum) {
        return rest.taxCategory() == sum.taxCategory()
                && rest.taxable().compareTo(sum.taxable()) >= 0
                && rest.tax().compareTo(sum.tax()) >= 0;
    }

    /** Yen that were given back in all. */
    BigDecimal total() {
        return taxes.stream().map(sum -> sum.taxable().add(sum.tax())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Credits and(List<TaxTotal> more) {
        List<TaxTotal> sums = new ArrayList<>();
        for (TaxTotal sum : more) {
            TaxTotal before = of(sum.taxCategory());
            sums.add(before == null ? sum : plus(sum, before));
        }
        taxes.stream()
                .filter(sum -> more.stream().noneMatch(other -> other.taxCategory() == sum.taxCategory()))
                .forEach(sums::add);
        return new Credits(List.copyOf(sums));
    }

    private TaxTotal of(TaxCategory category) {
        return taxes.stream()
                .filter(sum -> sum.taxCategory() == category)
                .findFirst()
                .orElse(null);
    }

    private static TaxTotal plus(TaxTotal sum, TaxTotal more) {
        return with(sum, sum.taxable().add(more.taxable()), sum.tax().add(more.tax()));
    }

    private static TaxTotal less(TaxTotal sum, TaxTotal credited) {
        return credited == null
                ? sum
                : with(
                        sum,
                        sum.taxable().subtract(credited.taxable()),
                        sum.tax().subtract(credited.tax()));
    }

    private static TaxTotal with(TaxTotal sum, BigDecimal taxable, BigDecimal tax) {
        return new TaxTotal(sum.taxCategory(), sum.rate(), taxable, tax);
    }
}
