package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.Invoices;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invoices whose figures are right, of every shape that a contract allows. */
final class RandomInvoices {
    private RandomInvoices() {}

    static IssuedInvoice of(long seed) {
        Random random = new Random(seed);
        boolean gross = random.nextBoolean();
        Rounding rounding = Rounding.values()[random.nextInt(3)];
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 6);
        for (int i = 0; i < count; i++) {
            lines.add(line(random, i, rounding));
        }
        List<Adjustment> adjustments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            adjustments.add(adjustment(random, lines, adjustments, i));
        }
        IssuedInvoice whole = Invoices.invoice("ja", gross, rounding, lines, adjustments, List.of(), null);
        BigDecimal total = whole.document().total();
        List<PrepaidRef> prepaid = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            BigDecimal part = share(random, total, 3);
            prepaid.add(
                    random.nextBoolean() ? new PrepaidRef("R-" + i, null, part) : new PrepaidRef(null, "I-" + i, part));
        }
        BigDecimal withheld = random.nextInt(3) == 0 ? share(random, total, 5) : null;
        return Invoices.invoice("ja", gross, rounding, lines, adjustments, prepaid, withheld);
    }

    private static Line line(Random random, int index, Rounding rounding) {
        BigDecimal quantity = random.nextInt(3) == 0
                ? BigDecimal.valueOf(1 + random.nextInt(99_999), 3)
                : BigDecimal.valueOf(1 + random.nextInt(30));
        BigDecimal price = switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(50));
            case 1 -> BigDecimal.valueOf(random.nextInt(1_000_000), 2);
            case 2 -> BigDecimal.valueOf(1_000L * random.nextInt(5_000));
            default -> BigDecimal.valueOf(random.nextInt(100_000));
        };
        boolean expense = random.nextInt(5) == 0;
        return new Line(
                expense ? LineKind.EXPENSE : LineKind.ITEM,
                "C-" + index,
                "品目 <&> \"" + index + "\"",
                quantity,
                price,
                rounding.round(quantity.multiply(price), 0),
                TaxCategory.values()[random.nextInt(5)],
                random.nextInt(6) == 0 ? "K-" + random.nextInt(9) : null,
                random.nextInt(4) == 0 ? Invoices.DAY.minusDays(random.nextInt(30)) : null);
    }

    /** An allowance never exceeds what its category has. */
    private static Adjustment adjustment(Random random, List<Line> lines, List<Adjustment> before, int index) {
        TaxCategory category = lines.get(random.nextInt(lines.size())).taxCategory();
        BigDecimal room = lines.stream()
                .filter(line -> line.taxCategory() == category)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Adjustment other : before) {
            if (other.taxCategory() == category && other.kind() == AdjustmentKind.ALLOWANCE) {
                room = room.subtract(other.amount());
            }
        }
        boolean charge = random.nextBoolean();
        BigDecimal amount = charge
                ? BigDecimal.valueOf(random.nextInt(50_000))
                : random.nextInt(8) == 0 ? room : share(random, room, 2);
        return Invoices.adjustment(
                charge ? AdjustmentKind.CHARGE : AdjustmentKind.ALLOWANCE,
                "A" + index,
                amount.longValueExact(),
                category);
    }

    private static BigDecimal share(Random random, BigDecimal of, int parts) {
        return of.divideToIntegralValue(BigDecimal.valueOf(parts))
                .multiply(BigDecimal.valueOf(random.nextInt(1000)))
                .divideToIntegralValue(BigDecimal.valueOf(1000));
    }
}
