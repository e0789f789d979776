package io.seikyu.query.invoice;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.query.invoice.InvoiceView.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list.
 *
 * @param counterparty the recipient's name
 * @param balance      what is still open, yen: nothing before the invoice is issued
 */
public record InvoiceRow(
        String invoiceId,
        String clientId,
        @Nullable String invoiceNumber,
        String accountId,
        String contractId,
        @Nullable String counterparty,
        Status status,
        boolean disputed,
        boolean delivered,
        boolean onPlan,
        @Nullable LocalDate transactionFrom,
        @Nullable LocalDate transactionTo,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable BigDecimal total,
        BigDecimal balance,
        BigDecimal claimedCharges,
        List<Finding> findings) {

    /** Of {@link #cells}. */
    static final List<String> COLUMNS = List.of(
            "clientId",
            "invoiceId",
            "invoiceNumber",
            "transactionFrom",
            "transactionTo",
            "total",
            "counterparty",
            "accountId",
            "contractId",
            "status",
            "issueDate",
            "dueDate",
            "balance",
            "claimedCharges",
            "disputed",
            "delivered",
            "onPlan");

    List<@Nullable Object> cells() {
        return Arrays.asList(
                clientId,
                invoiceId,
                invoiceNumber,
                transactionFrom,
                transactionTo,
                total,
                counterparty,
                accountId,
                contractId,
                status,
                issueDate,
                dueDate,
                balance,
                claimedCharges,
                disputed,
                delivered,
                onPlan);
    }

    static InvoiceRow of(InvoiceView view) {
        InvoiceDocument document = view.last().document();
        return new InvoiceRow(
                view.invoiceId(),
                view.clientId(),
                document.invoiceNumber(),
                document.accountId(),
                document.contractId(),
                document.recipient() == null ? null : document.recipient().name(),
                view.status(),
                view.disputed(),
                view.delivered(),
                view.after().standing().onPlan(),
                document.transactionFrom(),
                document.transactionTo(),
                document.issueDate(),
                view.dueDate(),
                document.total(),
                view.balance(),
                view.claimedCharges(),
                InvoiceAnswer.findings(view.last().review()));
    }
}
