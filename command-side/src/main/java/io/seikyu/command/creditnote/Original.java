package io.seikyu.command.creditnote;

import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.ReviewedDocument;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The invoice that a credit note refers to, as it stands.
 *
 * @param number  as it is compared
 * @param from    the first day of its transaction
 * @param day     the last day of its transaction, which decides rates and terms
 * @param taxes   the sums of each rate
 * @param total   with tax, yen
 * @param left    of {@code taxes}, after what was credited before
 */
public record Original(
        InvoiceId id,
        AccountId payer,
        String contractId,
        String number,
        boolean issued,
        LocalDate from,
        LocalDate day,
        LocalDate issueDate,
        List<TaxTotal> taxes,
        BigDecimal total,
        List<TaxTotal> left) {

    public static Original of(InvoiceId invoice, InvoiceState state) {
        ReviewedDocument document = state.document();
        return new Original(
                invoice,
                new AccountId(invoice.tenant(), document.accountId()),
                document.contractId(),
                document.number(),
                state.status().isIssued(),
                document.transactionFrom(),
                document.transactionTo(),
                document.issueDate(),
                document.taxes(),
                document.total(),
                state.after().credits().left(document.taxes()));
    }

    Optional<TaxTotal> sum(TaxCategory category) {
        return of(taxes, category);
    }

    Optional<TaxTotal> left(TaxCategory category) {
        return of(left, category);
    }

    private static Optional<TaxTotal> of(List<TaxTotal> sums, TaxCategory category) {
        return sums.stream().filter(sum -> sum.taxCategory() == category).findFirst();
    }

    /** Its total is that of its taxable amounts: they hold the tax already. */
    boolean pricesIncludeTax() {
        BigDecimal taxable = taxes.stream().map(TaxTotal::taxable).reduce(BigDecimal.ZERO, BigDecimal::add);
        return taxable.compareTo(total) == 0;
    }
}
