package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/** Maps one UBL document that has passed the rules. */
final class UblReading {
    private static final int LONGEST_NUMBER = 64;
    private static final int MOST_PRECEDING = 50;

    private final InvoiceType ubl;
    private final Found found;

    UblReading(InvoiceType ubl, Found found) {
        this.ubl = ubl;
        this.found = found;
    }

    PintInvoice invoice() {
        if (!Ubl.YEN.equals(ubl.getDocumentCurrencyCodeValue())) {
            found.fault("mapping", "/Invoice/cbc:DocumentCurrencyCode", "only invoices in JPY are taken");
        }
        PintParty seller = UblParty.of(ubl.getAccountingSupplierParty().getParty(), found, "Supplier");
        PintParty buyer = UblParty.of(ubl.getAccountingCustomerParty().getParty(), found, "Customer");
        ReadLines lines = ReadLines.of(ubl, found);
        InvoiceDocument net = document(seller, buyer, lines);
        return new PintInvoice(seller, buyer, contract(), net, GrossAmounts.of(net, lines));
    }

    private InvoiceDocument document(PintParty seller, PintParty buyer, ReadLines lines) {
        MonetaryTotalType sums = ubl.getLegalMonetaryTotal();
        BigDecimal rounding = sums.getPayableRoundingAmountValue() == null
                ? BigDecimal.ZERO
                : found.signedYen(sums.getPayableRoundingAmountValue(), total("PayableRoundingAmount"));
        BigDecimal total = found.yen(sums.getTaxInclusiveAmountValue(), total("TaxInclusiveAmount"))
                .add(rounding);
        LocalDate from = period(PeriodType::getStartDateValueLocal, PeriodType::getEndDateValueLocal, true);
        LocalDate to = period(PeriodType::getEndDateValueLocal, PeriodType::getStartDateValueLocal, false);
        return new InvoiceDocument(
                found.text(ubl.getIDValue(), LONGEST_NUMBER, "/Invoice/cbc:ID"),
                null,
                contract(),
                Kind.STANDARD,
                from,
                to,
                ubl.getIssueDateValueLocal(),
                dueDate(),
                new Issuer(seller.name(), seller.registrationNumber()),
                new Recipient(buyer.name()),
                lines.lines(),
                lines.adjustments(),
                taxes(),
                total,
                prepaid(),
                withheld(),
                found.yen(sums.getPayableAmountValue(), total("PayableAmount")),
                preceding(),
                null);
    }

    private static String total(String name) {
        return "/Invoice/cac:LegalMonetaryTotal/cbc:" + name;
    }

    /** The invoice's own day, else the earliest or latest of its lines; a period may name one day alone. */
    private LocalDate period(
            Function<PeriodType, LocalDate> wanted, Function<PeriodType, LocalDate> instead, boolean earliest) {
        List<LocalDate> own = days(ubl.getInvoicePeriod().stream(), wanted, instead);
        List<LocalDate> days = own.isEmpty()
                ? days(
                        ubl.getInvoiceLine().stream()
                                .map(InvoiceLineType::getInvoicePeriod)
                                .flatMap(List::stream),
                        wanted,
                        instead)
                : own;
        LocalDate day = days.isEmpty() ? null : days.get(earliest ? 0 : days.size() - 1);
        return found.required(day, "/Invoice/cac:InvoicePeriod", ubl.getIssueDateValueLocal());
    }

    private static List<LocalDate> days(
            Stream<PeriodType> periods,
            Function<PeriodType, LocalDate> wanted,
            Function<PeriodType, LocalDate> instead) {
        return periods.map(period -> wanted.apply(period) != null ? wanted.apply(period) : instead.apply(period))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private LocalDate dueDate() {
        LocalDate due = ubl.getDueDateValueLocal();
        if (due == null) {
            due = ubl.getPaymentMeans().stream()
                    .map(PaymentMeansType::getPaymentDueDateValueLocal)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return found.required(due, "/Invoice/cbc:DueDate", ubl.getIssueDateValueLocal());
    }

    private String contract() {
        return ubl.getContractDocumentReferenceCount() == 0
                ? null
                : found.text(
                        ubl.getContractDocumentReferenceAtIndex(0).getIDValue(),
                        LONGEST_NUMBER,
                        "/Invoice/cac:ContractDocumentReference/cbc:ID");
    }

    private List<TaxTotal> taxes() {
        List<TaxTotal> taxes = new ArrayList<>();
        for (TaxTotalType total : ubl.getTaxTotal()) {
            for (int i = 0; i < total.getTaxSubtotalCount(); i++) {
                TaxSubtotalType subtotal = total.getTaxSubtotalAtIndex(i);
                String at = "/Invoice/cac:TaxTotal/cac:TaxSubtotal[" + (i + 1) + "]";
                TaxCategory category = ReadLines.category(subtotal.getTaxCategory(), found, at);
                BigDecimal rate = subtotal.getTaxCategory().getPercentValue();
                taxes.add(new TaxTotal(
                        category,
                        rate == null ? BigDecimal.ZERO : found.number(rate, at),
                        found.signedYen(subtotal.getTaxableAmountValue(), at + "/cbc:TaxableAmount"),
                        found.signedYen(subtotal.getTaxAmountValue(), at + "/cbc:TaxAmount")));
            }
        }
        return taxes;
    }

    private List<PrepaidRef> prepaid() {
        List<PrepaidRef> prepaid = new ArrayList<>();
        for (int i = 0; i < ubl.getPrepaidPaymentCount(); i++) {
            PaymentType payment = ubl.getPrepaidPaymentAtIndex(i);
            if (isWithheld(payment)) {
                continue;
            }
            String at = "/Invoice/cac:PrepaidPayment[" + (i + 1) + "]";
            String id = found.required(
                    found.text(payment.getIDValue(), LONGEST_NUMBER, at + "/cbc:ID"), at + "/cbc:ID", "");
            boolean byInvoice = Conventions.BY_INVOICE.equals(payment.getInstructionIDValue());
            BigDecimal amount = found.yen(payment.getPaidAmountValue(), at + "/cbc:PaidAmount");
            prepaid.add(new PrepaidRef(byInvoice ? null : id, byInvoice ? id : null, amount));
        }
        checkPrepaid(prepaid);
        return prepaid;
    }

    /** An amount that is said to be paid has to be said of payments. */
    private void checkPrepaid(List<PrepaidRef> prepaid) {
        BigDecimal said = ubl.getLegalMonetaryTotal().getPrepaidAmountValue();
        BigDecimal sum = withheld() == null ? BigDecimal.ZERO : withheld();
        for (PrepaidRef payment : prepaid) {
            sum = sum.add(payment.amount());
        }
        if ((said == null ? BigDecimal.ZERO : said).compareTo(sum) != 0) {
            found.fault(
                    "mapping",
                    total("PrepaidAmount"),
                    "is not the sum of what cac:PrepaidPayment names: name each payment by its id");
        }
    }

    private BigDecimal withheld() {
        BigDecimal withheld = null;
        for (PaymentType payment : ubl.getPrepaidPayment()) {
            if (isWithheld(payment)) {
                BigDecimal amount = found.yen(payment.getPaidAmountValue(), "/Invoice/cac:PrepaidPayment");
                withheld = withheld == null ? amount : withheld.add(amount);
            }
        }
        return withheld;
    }

    private static boolean isWithheld(PaymentType payment) {
        return Conventions.WITHHELD.equals(payment.getInstructionIDValue());
    }

    private List<String> preceding() {
        if (ubl.getBillingReferenceCount() > MOST_PRECEDING) {
            found.fault("limit", "/Invoice/cac:BillingReference", "there are at most " + MOST_PRECEDING);
        }
        return ubl.getBillingReference().stream()
                .filter(reference -> reference.getInvoiceDocumentReference() != null)
                .map(reference -> found.text(
                        reference.getInvoiceDocumentReference().getIDValue(),
                        LONGEST_NUMBER,
                        "/Invoice/cac:BillingReference"))
                .toList();
    }
}
