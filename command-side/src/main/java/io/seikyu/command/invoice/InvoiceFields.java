package io.seikyu.command.invoice;

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
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of an invoice. Whether it is right is the review's question; here it only has to be one. */
record InvoiceFields(
        @Text(max = 64) String invoiceNumber,
        @IdText String accountId,
        @IdText String contractId,
        @Nullable Kind kind,
        LocalDate transactionFrom,
        LocalDate transactionTo,
        LocalDate issueDate,
        LocalDate dueDate,
        IssuerFields issuer,
        RecipientFields recipient,
        @Items(min = 1) List<LineFields> lines,
        @Nullable List<AdjustmentFields> adjustments,
        @Items(min = 1, max = 20) List<TaxFields> taxes,
        @Amount(scale = 0) BigDecimal total,
        @Nullable List<PrepaidFields> prepaidRefs,
        @Nullable @Amount(scale = 0) BigDecimal withholding,
        @Nullable @Amount(scale = 0) BigDecimal payable,
        @Nullable @Items(max = 50) List<@IdText String> precedingInvoices,
        @Nullable @IdText String reservationId) {

    InvoiceFields {
        if (transactionTo.isBefore(transactionFrom)) {
            throw new IllegalArgumentException("transactionTo is before transactionFrom");
        }
        if (InvoiceNumber.of(invoiceNumber).value().isEmpty()) {
            throw new IllegalArgumentException("invoiceNumber holds nothing that can be told apart");
        }
    }

    InvoiceDocument toDocument() {
        return new InvoiceDocument(
                invoiceNumber,
                accountId,
                contractId,
                kind == null ? Kind.STANDARD : kind,
                transactionFrom,
                transactionTo,
                issueDate,
                dueDate,
                new Issuer(issuer.name(), issuer.registrationNumber()),
                new Recipient(recipient.name()),
                lines.stream().map(LineFields::toLine).toList(),
                orEmpty(adjustments).stream()
                        .map(AdjustmentFields::toAdjustment)
                        .toList(),
                taxes.stream().map(TaxFields::toTaxTotal).toList(),
                total,
                orEmpty(prepaidRefs).stream().map(PrepaidFields::toPrepaidRef).toList(),
                withholding,
                payable,
                orEmpty(precedingInvoices),
                reservationId);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    record IssuerFields(
            @Text(max = 200) String name,
            @Nullable @Text(max = 40) String registrationNumber) {}

    record RecipientFields(@Text(max = 200) String name) {}

    record LineFields(
            LineKind kind,
            @Text(max = 100) String code,
            @Text(max = 500) String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Amount(scale = 0) BigDecimal amount,
            TaxCategory taxCategory,
            @Nullable @IdText String contractId,
            @Nullable LocalDate deliveredOn) {
        Line toLine() {
            return new Line(kind, code, description, quantity, unitPrice, amount, taxCategory, contractId, deliveredOn);
        }
    }

    record AdjustmentFields(
            AdjustmentKind kind,
            @Text(max = 100) String code,
            @Text(max = 500) String description,
            @Amount(scale = 0) BigDecimal amount,
            TaxCategory taxCategory) {
        Adjustment toAdjustment() {
            return new Adjustment(kind, code, description, amount, taxCategory);
        }
    }

    record TaxFields(
            TaxCategory taxCategory,
            @Amount(max = "100", scale = 4) BigDecimal rate,

            @Amount(min = "-" + Amount.DEFAULT_MAX, scale = 0)
            BigDecimal taxable,

            @Amount(min = "-" + Amount.DEFAULT_MAX, scale = 0)
            BigDecimal tax) {
        TaxTotal toTaxTotal() {
            return new TaxTotal(taxCategory, rate, taxable, tax);
        }
    }

    /** Names a receipt or an invoice. */
    record PrepaidFields(
            @Nullable @IdText String receiptId,
            @Nullable @IdText String invoiceId,
            @Amount(scale = 0) BigDecimal amount) {
        PrepaidFields {
            if ((receiptId == null) == (invoiceId == null)) {
                throw new IllegalArgumentException("names either a receiptId or an invoiceId");
            }
        }

        PrepaidRef toPrepaidRef() {
            return new PrepaidRef(receiptId, invoiceId, amount);
        }
    }
}
