package io.seikyu.command.creditnote;

import io.seikyu.command.invoice.InvoiceNumber;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.creditnote.CreditNoteDocument.Ground;
import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a credit note. Amounts are what is given back, above zero.
 *
 * @param ground absent: goods came back
 * @param excess absent: what was paid already stays the payer's credit
 */
record CreditNoteFields(
        @Text(max = 64) String number,
        LocalDate issueDate,
        LocalDate returnDate,
        @Text(max = 500) String reason,
        @Nullable Ground ground,
        @Items(min = 1) List<LineFields> lines,
        @Items(min = 1, max = 20) List<TaxFields> taxes,
        @Amount(min = "1", scale = 0) BigDecimal total,
        @Nullable Excess excess) {

    CreditNoteFields {
        if (InvoiceNumber.of(number).value().isEmpty()) {
            throw new IllegalArgumentException("number holds nothing that can be told apart");
        }
    }

    /** @param invoiceId null in a correction, which stays with its invoice */
    CreditNoteDocument toDocument(@Nullable String invoiceId) {
        return new CreditNoteDocument(
                invoiceId,
                number,
                issueDate,
                returnDate,
                reason,
                ground == null ? Ground.RETURN : ground,
                lines.stream().map(LineFields::toLine).toList(),
                taxes.stream().map(TaxFields::toTaxTotal).toList(),
                total,
                excess == null ? Excess.KEEP : excess);
    }

    /** @param kind absent: an item */
    record LineFields(
            @Nullable LineKind kind,
            @Nullable @Text(max = 100) String code,
            @Text(max = 500) String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Amount(scale = 0) BigDecimal amount,
            TaxCategory taxCategory) {
        Line toLine() {
            return new Line(
                    kind == null ? LineKind.ITEM : kind, code, description, quantity, unitPrice, amount, taxCategory);
        }
    }

    record TaxFields(
            TaxCategory taxCategory,
            @Amount(max = "100", scale = 4) BigDecimal rate,
            @Amount(scale = 0) BigDecimal taxable,
            @Amount(scale = 0) BigDecimal tax) {
        TaxTotal toTaxTotal() {
            return new TaxTotal(taxCategory, rate, taxable, tax);
        }
    }
}
