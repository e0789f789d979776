package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/** Builds the UBL document of one invoice. */
final class UblInvoice {
    static final String CUSTOMIZATION = "urn:peppol:pint:billing-1@jp-1";
    static final String PROFILE = "urn:peppol:bis:billing";
    static final String COMMERCIAL_INVOICE = "380";

    private final IssuedInvoice issued;
    private final InvoiceDocument document;
    private final NetAmounts net;
    private final InvoiceType invoice = new InvoiceType();

    UblInvoice(IssuedInvoice issued) {
        this.issued = issued;
        this.document = issued.document();
        this.net = NetAmounts.of(document, issued.pricesIncludeTax());
    }

    InvoiceType build() {
        head();
        references();
        invoice.setAccountingSupplierParty(UblParties.seller(issued));
        invoice.setAccountingCustomerParty(UblParties.buyer(issued));
        if (issued.client().bankAccount() != null) {
            invoice.addPaymentMeans(UblParties.payment(issued));
        }
        prepaid();
        for (int i = 0; i < document.adjustments().size(); i++) {
            invoice.addAllowanceCharge(
                    adjustment(document.adjustments().get(i), net.adjustments().get(i)));
        }
        invoice.addTaxTotal(tax());
        invoice.setLegalMonetaryTotal(total());
        UblLines lines = new UblLines(document, issued.pricesIncludeTax());
        for (int i = 0; i < document.lines().size(); i++) {
            invoice.addInvoiceLine(lines.line(i, net.lines().get(i)));
        }
        return invoice;
    }

    private void head() {
        invoice.setCustomizationID(CUSTOMIZATION);
        invoice.setProfileID(PROFILE);
        invoice.setID(Ubl.text(document.invoiceNumber()));
        invoice.setIssueDate(document.issueDate());
        invoice.setDueDate(document.dueDate());
        invoice.setInvoiceTypeCode(COMMERCIAL_INVOICE);
        invoice.setDocumentCurrencyCode(Ubl.YEN);
        PeriodType period = new PeriodType();
        period.setStartDate(document.transactionFrom());
        period.setEndDate(document.transactionTo());
        invoice.addInvoicePeriod(period);
    }

    private void references() {
        for (String preceding : document.precedingInvoices()) {
            BillingReferenceType reference = new BillingReferenceType();
            reference.setInvoiceDocumentReference(reference(preceding));
            invoice.addBillingReference(reference);
        }
        if (document.contractId() != null) {
            invoice.addContractDocumentReference(reference(document.contractId()));
        }
    }

    private static DocumentReferenceType reference(String id) {
        DocumentReferenceType reference = new DocumentReferenceType();
        reference.setID(Ubl.text(id));
        return reference;
    }

    private void prepaid() {
        for (PrepaidRef prepaid : document.prepaidRefs()) {
            boolean receipt = prepaid.receiptId() != null;
            invoice.addPrepaidPayment(paid(
                    receipt ? prepaid.receiptId() : prepaid.invoiceId(),
                    receipt ? Conventions.BY_RECEIPT : Conventions.BY_INVOICE,
                    prepaid.amount()));
        }
        if (withheld().signum() != 0) {
            invoice.addPrepaidPayment(paid(Conventions.WITHHELD, Conventions.WITHHELD, withheld()));
        }
    }

    private static PaymentType paid(String id, String type, BigDecimal amount) {
        PaymentType payment = new PaymentType();
        payment.setID(Ubl.text(id));
        payment.setPaidAmount(Ubl.plain(amount)).setCurrencyID(Ubl.YEN);
        payment.setInstructionID(type);
        return payment;
    }

    private AllowanceChargeType adjustment(Adjustment adjustment, BigDecimal amount) {
        AllowanceChargeType change = new AllowanceChargeType();
        change.setChargeIndicator(adjustment.kind() == AdjustmentKind.CHARGE);
        String reason = adjustment.code() + Conventions.CODE_ENDS + adjustment.description();
        if (issued.pricesIncludeTax()) {
            reason += Conventions.GROSS_BEGINS + adjustment.amount().toPlainString() + Conventions.GROSS_ENDS;
        }
        change.addAllowanceChargeReason(new AllowanceChargeReasonType(Ubl.text(reason)));
        change.setAmount(Ubl.plain(amount)).setCurrencyID(Ubl.YEN);
        change.addTaxCategory(Ubl.tax(document, adjustment.taxCategory()));
        return change;
    }

    /** One subtotal for each category that occurs; one that nothing falls under is left out. */
    private TaxTotalType tax() {
        TaxTotalType total = new TaxTotalType();
        for (TaxTotal sum : document.taxes()) {
            if (occurs(sum.taxCategory())) {
                TaxSubtotalType subtotal = new TaxSubtotalType();
                subtotal.setTaxableAmount(Ubl.plain(net.taxable().get(sum.taxCategory())))
                        .setCurrencyID(Ubl.YEN);
                subtotal.setTaxAmount(Ubl.plain(sum.tax())).setCurrencyID(Ubl.YEN);
                subtotal.setTaxCategory(Ubl.tax(document, sum.taxCategory()));
                total.addTaxSubtotal(subtotal);
            }
        }
        total.setTaxAmount(Ubl.plain(sumOfTax())).setCurrencyID(Ubl.YEN);
        return total;
    }

    private MonetaryTotalType total() {
        BigDecimal lines = sum(net.lines().stream());
        BigDecimal allowances = sumOf(AdjustmentKind.ALLOWANCE);
        BigDecimal charges = sumOf(AdjustmentKind.CHARGE);
        BigDecimal exclusive = lines.subtract(allowances).add(charges);
        BigDecimal inclusive = exclusive.add(sumOfTax());
        BigDecimal prepaid =
                sum(document.prepaidRefs().stream().map(PrepaidRef::amount)).add(withheld());
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(Ubl.plain(lines)).setCurrencyID(Ubl.YEN);
        total.setTaxExclusiveAmount(Ubl.plain(exclusive)).setCurrencyID(Ubl.YEN);
        total.setTaxInclusiveAmount(Ubl.plain(inclusive)).setCurrencyID(Ubl.YEN);
        if (has(AdjustmentKind.ALLOWANCE)) {
            total.setAllowanceTotalAmount(Ubl.plain(allowances)).setCurrencyID(Ubl.YEN);
        }
        if (has(AdjustmentKind.CHARGE)) {
            total.setChargeTotalAmount(Ubl.plain(charges)).setCurrencyID(Ubl.YEN);
        }
        if (!document.prepaidRefs().isEmpty() || prepaid.signum() != 0) {
            total.setPrepaidAmount(Ubl.plain(prepaid)).setCurrencyID(Ubl.YEN);
        }
        if (net.rounding().signum() != 0) {
            total.setPayableRoundingAmount(Ubl.plain(net.rounding())).setCurrencyID(Ubl.YEN);
        }
        total.setPayableAmount(Ubl.plain(inclusive.subtract(prepaid).add(net.rounding())))
                .setCurrencyID(Ubl.YEN);
        return total;
    }

    private boolean occurs(TaxCategory category) {
        return document.lines().stream().anyMatch(line -> line.taxCategory() == category)
                || document.adjustments().stream().anyMatch(adjustment -> adjustment.taxCategory() == category);
    }

    private boolean has(AdjustmentKind kind) {
        return document.adjustments().stream().anyMatch(adjustment -> adjustment.kind() == kind);
    }

    private BigDecimal sumOf(AdjustmentKind kind) {
        return sum(IntStream.range(0, document.adjustments().size())
                .filter(i -> document.adjustments().get(i).kind() == kind)
                .mapToObj(i -> net.adjustments().get(i)));
    }

    private BigDecimal sumOfTax() {
        return sum(document.taxes().stream().map(TaxTotal::tax));
    }

    private BigDecimal withheld() {
        return document.withholding() == null ? BigDecimal.ZERO : document.withholding();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
