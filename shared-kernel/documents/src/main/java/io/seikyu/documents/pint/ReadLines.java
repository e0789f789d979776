package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemPropertyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/**
 * Lines and adjustments as they stand, without tax, and what an invoice of ours says of them with tax.
 *
 * @param grossLines       price and amount with tax of each line, null where the file does not say
 * @param grossAdjustments amount with tax of each adjustment, null where the file does not say
 */
record ReadLines(
        List<Line> lines, List<Gross> grossLines, List<Adjustment> adjustments, List<BigDecimal> grossAdjustments) {
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int DECIMALS_OF_A_PRICE = 6;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,6})?");
    private static final Pattern GROSS =
            Pattern.compile(Pattern.quote(Conventions.GROSS_BEGINS) + "([0-9]{1,13})" + Conventions.GROSS_ENDS + "$");

    record Gross(BigDecimal price, BigDecimal amount) {}

    static ReadLines of(InvoiceType ubl, Found found) {
        ReadLines read = new ReadLines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        read.changes(ubl.getAllowanceCharge(), null, found, "/Invoice");
        for (int i = 0; i < ubl.getInvoiceLineCount(); i++) {
            read.line(ubl.getInvoiceLineAtIndex(i), found, "/Invoice/cac:InvoiceLine[" + (i + 1) + "]");
        }
        return read;
    }

    static TaxCategory category(TaxCategoryType type, Found found, String at) {
        String code = type == null ? null : type.getIDValue();
        return found.required(TaxCodes.category(code).orElse(null), at + "/cac:TaxCategory", TaxCategory.STANDARD);
    }

    private void line(InvoiceLineType line, Found found, String at) {
        ItemType item = line.getItem();
        TaxCategory category = item.getClassifiedTaxCategoryCount() == 0
                ? category(null, found, at + "/cac:Item")
                : category(item.getClassifiedTaxCategoryAtIndex(0), found, at + "/cac:Item");
        BigDecimal amount = found.signedYen(line.getLineExtensionAmountValue(), at + "/cbc:LineExtensionAmount")
                .subtract(changes(line.getAllowanceCharge(), category, found, at));
        String name = found.text(item.getNameValue(), LONGEST_DESCRIPTION, at + "/cac:Item/cbc:Name");
        String code = item.getSellersItemIdentification() == null
                ? null
                : item.getSellersItemIdentification().getIDValue();
        lines.add(new Line(
                Conventions.EXPENSE.equals(property(item, Conventions.KIND)) ? LineKind.EXPENSE : LineKind.ITEM,
                code == null ? cut(name) : found.text(code, LONGEST_CODE, at + "/cac:Item"),
                name,
                quantity(line, found, at),
                price(line.getPrice(), found, at),
                found.yen(amount, at + "/cbc:LineExtensionAmount"),
                category,
                property(item, Conventions.CONTRACT),
                day(line)));
        BigDecimal price = number(property(item, Conventions.GROSS_PRICE));
        BigDecimal gross = number(property(item, Conventions.GROSS_AMOUNT));
        grossLines.add(price == null || gross == null ? null : new Gross(price, gross));
    }

    private static BigDecimal quantity(InvoiceLineType line, Found found, String at) {
        BigDecimal quantity = found.number(line.getInvoicedQuantityValue(), at + "/cbc:InvoicedQuantity");
        if (quantity.signum() < 0) {
            found.fault(
                    "credit",
                    at + "/cbc:InvoicedQuantity",
                    "is negative: hand a credit in as a credit note, a discount as an allowance");
        }
        return quantity;
    }

    /** For one: JP PINT may price a dozen. */
    private static BigDecimal price(PriceType price, Found found, String at) {
        String place = at + "/cac:Price";
        BigDecimal amount = found.required(price.getPriceAmountValue(), place, BigDecimal.ZERO);
        BigDecimal of = price.getBaseQuantityValue();
        return found.number(
                of == null || of.signum() <= 0 || of.compareTo(BigDecimal.ONE) == 0
                        ? amount
                        : amount.divide(of, DECIMALS_OF_A_PRICE, RoundingMode.HALF_UP),
                place);
    }

    /** The day of delivery, where a line's period is one day. */
    private static LocalDate day(InvoiceLineType line) {
        if (line.getInvoicePeriodCount() == 0) {
            return null;
        }
        LocalDate end = line.getInvoicePeriodAtIndex(0).getEndDateValueLocal();
        return end != null && end.equals(line.getInvoicePeriodAtIndex(0).getStartDateValueLocal()) ? end : null;
    }

    /** @return by how much these change what they are taken from or added to */
    private BigDecimal changes(List<AllowanceChargeType> changes, TaxCategory ofLine, Found found, String in) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < changes.size(); i++) {
            AllowanceChargeType change = changes.get(i);
            String at = in + "/cac:AllowanceCharge[" + (i + 1) + "]";
            boolean charge = change.getChargeIndicator().isValue();
            BigDecimal amount = found.yen(change.getAmountValue(), at + "/cbc:Amount");
            TaxCategory category = ofLine != null
                    ? ofLine
                    : category(change.getTaxCategoryCount() == 0 ? null : change.getTaxCategoryAtIndex(0), found, at);
            adjustment(change, charge ? AdjustmentKind.CHARGE : AdjustmentKind.ALLOWANCE, amount, category, found, at);
            sum = charge ? sum.add(amount) : sum.subtract(amount);
        }
        return sum;
    }

    private void adjustment(
            AllowanceChargeType change,
            AdjustmentKind kind,
            BigDecimal amount,
            TaxCategory category,
            Found found,
            String at) {
        String reasonCode = change.getAllowanceChargeReasonCodeValue();
        String reason = change.getAllowanceChargeReasonCount() == 0
                ? reasonCode
                : change.getAllowanceChargeReasonAtIndex(0).getValue();
        String text = found.required(reason, at, "").strip();
        Matcher gross = GROSS.matcher(text);
        grossAdjustments.add(gross.find() ? new BigDecimal(gross.group(1)) : null);
        text = gross.replaceFirst("");
        int end = text.indexOf(Conventions.CODE_ENDS);
        adjustments.add(new Adjustment(
                kind,
                end > 0 ? found.text(text.substring(0, end), LONGEST_CODE, at) : cut(text),
                found.text(
                        end > 0 ? text.substring(end + Conventions.CODE_ENDS.length()) : text, LONGEST_DESCRIPTION, at),
                amount,
                category));
    }

    /** The first part of a name that serves as a code, with no sign cut in two. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_CODE) {
            return text;
        }
        boolean within = Character.isHighSurrogate(text.charAt(LONGEST_CODE - 1));
        return text.substring(0, within ? LONGEST_CODE - 1 : LONGEST_CODE);
    }

    private static String property(ItemType item, String name) {
        for (ItemPropertyType property : item.getAdditionalItemProperty()) {
            if (name.equals(property.getNameValue())) {
                return property.getValueValue();
            }
        }
        return null;
    }

    private static BigDecimal number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Ubl.plain(new BigDecimal(text)) : null;
    }
}
