package io.seikyu.documents;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.ConsumptionTax;
import io.seikyu.contract.money.Money;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Invoices whose figures are right. */
public final class Invoices {
    public static final LocalDate DAY = LocalDate.of(2026, 4, 30);

    private Invoices() {}

    public static ClientDetails client() {
        return new ClientDetails(
                "株式会社みなと商会",
                "T7123456789012",
                true,
                new BankDetails("9990", "101", "1", "1234567", "ｶ)ﾐﾅﾄｼﾖｳｶｲ"),
                "billing@minato.example",
                false,
                Map.of());
    }

    public static AccountDetails payer(String language) {
        return new AccountDetails(
                "青空フーズ株式会社",
                "アオゾラフーズ",
                true,
                "4011001098993",
                "T4011001098993",
                "keiri@aozora.example",
                "03-0000-0001",
                "〒105-0000 東京都港区架空町1-2-3 架空ビル5階",
                "高橋 美咲",
                null,
                null,
                null,
                null,
                null,
                language);
    }

    public static Line line(String code, String description, String quantity, String price, TaxCategory category) {
        BigDecimal amount = Rounding.FLOOR.round(new BigDecimal(quantity).multiply(new BigDecimal(price)), 0);
        return new Line(
                LineKind.ITEM,
                code,
                description,
                new BigDecimal(quantity),
                new BigDecimal(price),
                amount,
                category,
                null,
                null);
    }

    public static Adjustment adjustment(AdjustmentKind kind, String code, long amount, TaxCategory category) {
        return new Adjustment(kind, code, "調整 " + code, BigDecimal.valueOf(amount), category);
    }

    /** One of everything. */
    public static IssuedInvoice full(String language) {
        return invoice(
                language,
                false,
                List.of(
                        line("DEV-01", "業務システム保守・運用支援サービス（2026年4月分）", "1", "350000", TaxCategory.STANDARD),
                        line("DEV-02", "追加開発作業", "12.5", "9800", TaxCategory.STANDARD),
                        line("FOOD-7", "会議用弁当", "24", "1180", TaxCategory.REDUCED),
                        line("RENT-1", "社宅賃料", "1", "82000", TaxCategory.EXEMPT),
                        line("EXP-1", "輸出向け梱包", "3", "4500", TaxCategory.ZERO),
                        line("DEP-1", "保証金", "1", "50000", TaxCategory.OUT_OF_SCOPE)),
                List.of(
                        adjustment(AdjustmentKind.ALLOWANCE, "VOL", 20000, TaxCategory.STANDARD),
                        adjustment(AdjustmentKind.CHARGE, "SHIP", 1500, TaxCategory.REDUCED)),
                List.of(new PrepaidRef("R-2026-0031", null, BigDecimal.valueOf(100000))),
                BigDecimal.valueOf(35735));
    }

    public static IssuedInvoice invoice(
            String language,
            boolean gross,
            List<Line> lines,
            List<Adjustment> adjustments,
            List<PrepaidRef> prepaid,
            BigDecimal withholding) {
        return invoice(language, gross, Rounding.FLOOR, lines, adjustments, prepaid, withholding);
    }

    public static IssuedInvoice invoice(
            String language,
            boolean gross,
            Rounding rounding,
            List<Line> lines,
            List<Adjustment> adjustments,
            List<PrepaidRef> prepaid,
            BigDecimal withholding) {
        List<TaxTotal> taxes = taxes(gross, rounding, lines, adjustments);
        BigDecimal total = BigDecimal.ZERO;
        for (TaxTotal tax : taxes) {
            total = total.add(tax.taxable()).add(gross ? BigDecimal.ZERO : tax.tax());
        }
        BigDecimal payable = total.subtract(withholding == null ? BigDecimal.ZERO : withholding);
        for (PrepaidRef ref : prepaid) {
            payable = payable.subtract(ref.amount());
        }
        InvoiceDocument document = new InvoiceDocument(
                "MN-2026-0042",
                "aozora",
                "K-1",
                Kind.STANDARD,
                LocalDate.of(2026, 4, 1),
                DAY,
                DAY,
                LocalDate.of(2026, 6, 1),
                new Issuer(client().name(), client().registrationNumber()),
                new Recipient(payer(language).name()),
                lines,
                adjustments,
                taxes,
                total,
                prepaid,
                withholding,
                payable,
                List.of(),
                null);
        return new IssuedInvoice("i-1", document, gross, DAY, client(), payer(language));
    }

    public static List<TaxTotal> taxes(
            boolean gross, Rounding rounding, List<Line> lines, List<Adjustment> adjustments) {
        Map<TaxCategory, BigDecimal> sums = new EnumMap<>(TaxCategory.class);
        lines.forEach(line -> sums.merge(line.taxCategory(), line.amount(), BigDecimal::add));
        adjustments.forEach(adjustment -> sums.merge(
                adjustment.taxCategory(),
                adjustment.kind() == AdjustmentKind.CHARGE
                        ? adjustment.amount()
                        : adjustment.amount().negate(),
                BigDecimal::add));
        List<TaxTotal> taxes = new ArrayList<>();
        sums.forEach((category, sum) -> {
            var rate = TaxRates.japan().on(DAY, category);
            Money tax = ConsumptionTax.of(Money.yen(sum), rate, gross, rounding);
            taxes.add(new TaxTotal(category, rate.percent(), sum, tax.amount()));
        });
        return taxes;
    }
}
