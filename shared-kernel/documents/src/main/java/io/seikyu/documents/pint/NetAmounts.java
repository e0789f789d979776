package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The amounts of an invoice without tax, as JP PINT wants them, in whole yen.
 *
 * <p>Where the contract's prices are net they are the document's own. Where they include tax, the tax of a category is
 * the document's, what it is due on is the category's gross sum less that tax, and each line and adjustment gets its
 * share of this in proportion to its gross amount, by largest remainder, so that the shares sum to it exactly.
 *
 * <p>JP PINT wants {@code floor(base × rate) ≤ tax ≤ ceil(base × rate)}. Tax taken out of a gross sum and rounded up or
 * down may miss that by less than a yen: ¥10,000 with 10 % rounded up is ¥910 on ¥9,090. The tax is the law's and the
 * sum is the contract's, so the base moves by one yen, to ¥9,091, and {@code rounding} takes it back from what is
 * payable.
 *
 * @param lines       of each line, in order
 * @param adjustments of each allowance and charge, in order, as positive amounts
 * @param taxable     of each category that occurs
 * @param rounding    to add to the total with tax, yen
 */
record NetAmounts(
        List<BigDecimal> lines,
        List<BigDecimal> adjustments,
        Map<TaxCategory, BigDecimal> taxable,
        BigDecimal rounding) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXACT_ENOUGH = 20;

    static NetAmounts of(InvoiceDocument document, boolean pricesIncludeTax) {
        Map<TaxCategory, BigDecimal> taxable = new EnumMap<>(TaxCategory.class);
        document.taxes().forEach(sum -> taxable.put(sum.taxCategory(), sum.taxable()));
        List<BigDecimal> lines = document.lines().stream().map(Line::amount).toList();
        List<BigDecimal> adjustments =
                document.adjustments().stream().map(Adjustment::amount).toList();
        return pricesIncludeTax
                ? withoutTax(document, new ArrayList<>(lines), new ArrayList<>(adjustments), taxable)
                : new NetAmounts(lines, adjustments, taxable, BigDecimal.ZERO);
    }

    private static NetAmounts withoutTax(
            InvoiceDocument document,
            List<BigDecimal> lines,
            List<BigDecimal> adjustments,
            Map<TaxCategory, BigDecimal> taxable) {
        BigDecimal rounding = BigDecimal.ZERO;
        for (TaxTotal sum : document.taxes()) {
            BigDecimal net = sum.taxable().subtract(sum.tax());
            BigDecimal base = baseFor(sum, net);
            rounding = rounding.add(net.subtract(base));
            taxable.put(sum.taxCategory(), base);
            share(document, sum, base, lines, adjustments);
        }
        return new NetAmounts(
                Collections.unmodifiableList(lines), Collections.unmodifiableList(adjustments), taxable, rounding);
    }

    /** {@code net}, or the nearest base to it that the stated tax fits. */
    private static BigDecimal baseFor(TaxTotal sum, BigDecimal net) {
        BigDecimal exact = net.multiply(sum.rate()).divide(HUNDRED);
        if (sum.tax().compareTo(exact.setScale(0, RoundingMode.CEILING)) > 0) {
            return net.add(BigDecimal.ONE);
        }
        return sum.tax().compareTo(exact.setScale(0, RoundingMode.FLOOR)) < 0 ? net.subtract(BigDecimal.ONE) : net;
    }

    private static void share(
            InvoiceDocument document,
            TaxTotal sum,
            BigDecimal base,
            List<BigDecimal> lines,
            List<BigDecimal> adjustments) {
        int count = lines.size();
        int[] parts = IntStream.range(0, count + adjustments.size())
                .filter(i -> sum.taxCategory()
                        == (i < count
                                ? document.lines().get(i).taxCategory()
                                : document.adjustments().get(i - count).taxCategory()))
                .toArray();
        BigDecimal[] exact = new BigDecimal[parts.length];
        for (int p = 0; p < parts.length; p++) {
            BigDecimal gross = parts[p] < count
                    ? lines.get(parts[p])
                    : signed(document.adjustments().get(parts[p] - count));
            exact[p] = sum.taxable().signum() == 0
                    ? gross.multiply(HUNDRED).divide(HUNDRED.add(sum.rate()), EXACT_ENOUGH, RoundingMode.HALF_EVEN)
                    : gross.multiply(base).divide(sum.taxable(), EXACT_ENOUGH, RoundingMode.HALF_EVEN);
        }
        BigDecimal[] whole = byLargestRemainder(exact, base);
        for (int p = 0; p < parts.length; p++) {
            if (parts[p] < count) {
                lines.set(parts[p], whole[p]);
            } else {
                adjustments.set(parts[p] - count, whole[p].abs());
            }
        }
    }

    private static BigDecimal signed(Adjustment adjustment) {
        return adjustment.kind() == AdjustmentKind.ALLOWANCE
                ? adjustment.amount().negate()
                : adjustment.amount();
    }

    /** Whole yen that sum to {@code sum}: the yen that are over go to those cut most; of equals, to the first. */
    static BigDecimal[] byLargestRemainder(BigDecimal[] exact, BigDecimal sum) {
        BigDecimal[] whole = new BigDecimal[exact.length];
        BigDecimal over = sum;
        for (int i = 0; i < exact.length; i++) {
            whole[i] = exact[i].setScale(0, RoundingMode.FLOOR);
            over = over.subtract(whole[i]);
        }
        List<Integer> order = IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact[i].subtract(whole[i]))
                        .reversed())
                .toList();
        for (int i = 0; i < order.size() && i < over.intValue(); i++) {
            whole[order.get(i)] = whole[order.get(i)].add(BigDecimal.ONE);
        }
        return whole;
    }
}
