package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemPropertyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;

/** The lines of one document. */
record UblLines(InvoiceDocument document, boolean pricesIncludeTax) {
    /** UN/ECE 20: one, whatever the unit is, since contracts name none. */
    private static final String ONE = "C62";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS_OF_A_PRICE = 4;

    /** @param net the line's amount without tax */
    InvoiceLineType line(int index, BigDecimal net) {
        Line line = document.lines().get(index);
        InvoiceLineType type = new InvoiceLineType();
        type.setID(String.valueOf(index + 1));
        type.setInvoicedQuantity(Ubl.plain(line.quantity())).setUnitCode(ONE);
        type.setLineExtensionAmount(Ubl.plain(net)).setCurrencyID(Ubl.YEN);
        if (isWithinPeriod(line.deliveredOn())) {
            PeriodType day = new PeriodType();
            day.setStartDate(line.deliveredOn());
            day.setEndDate(line.deliveredOn());
            type.addInvoicePeriod(day);
        }
        type.setItem(item(line));
        PriceType price = new PriceType();
        price.setPriceAmount(Ubl.plain(pricesIncludeTax ? netPrice(line) : line.unitPrice()))
                .setCurrencyID(Ubl.YEN);
        type.setPrice(price);
        return type;
    }

    /** JP PINT has no period of a line outside that of the invoice. */
    private boolean isWithinPeriod(LocalDate day) {
        return day != null && !day.isBefore(document.transactionFrom()) && !day.isAfter(document.transactionTo());
    }

    private ItemType item(Line line) {
        ItemType item = new ItemType();
        item.setName(Ubl.text(line.description()));
        ItemIdentificationType code = new ItemIdentificationType();
        code.setID(Ubl.text(line.code()));
        item.setSellersItemIdentification(code);
        item.addClassifiedTaxCategory(Ubl.tax(document, line.taxCategory()));
        if (line.kind() == LineKind.EXPENSE) {
            property(item, Conventions.KIND, Conventions.EXPENSE);
        }
        if (line.contractId() != null) {
            property(item, Conventions.CONTRACT, line.contractId());
        }
        if (pricesIncludeTax) {
            property(item, Conventions.GROSS_PRICE, Ubl.plain(line.unitPrice()).toPlainString());
            property(item, Conventions.GROSS_AMOUNT, Ubl.plain(line.amount()).toPlainString());
        }
        return item;
    }

    private static void property(ItemType item, String name, String value) {
        ItemPropertyType property = new ItemPropertyType();
        property.setName(name);
        property.setValue(Ubl.text(value));
        item.addAdditionalItemProperty(property);
    }

    private BigDecimal netPrice(Line line) {
        BigDecimal rate = document.taxes().stream()
                .filter(sum -> sum.taxCategory() == line.taxCategory())
                .map(TaxTotal::rate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return line.unitPrice().multiply(HUNDRED).divide(HUNDRED.add(rate), DECIMALS_OF_A_PRICE, RoundingMode.HALF_UP);
    }
}
