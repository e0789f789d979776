package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.EnteredInvoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A payer's invoices so far that are alive, and the billing errors among them. It is bounded: of each contract the
 * newest {@value ContractLedger#INVOICES} invoices by the last day of their transaction, and {@value #CONTRACTS}
 * contracts, those that something was entered under last.
 *
 * @param contracts the one that something was entered under last stands last
 */
public record Ledger(List<ContractLedger> contracts) {
    static final int CONTRACTS = 100;

    public static final Ledger EMPTY = new Ledger(List.of());

    public Stream<EnteredInvoice> invoices() {
        return contracts.stream().flatMap(contract -> contract.invoices().stream());
    }

    public Optional<EnteredInvoice> find(String invoiceId) {
        return invoices()
                .filter(invoice -> invoice.invoiceId().equals(invoiceId))
                .findFirst();
    }

    public ContractLedger of(String contractId) {
        return contracts.stream()
                .filter(contract -> contract.contractId().equals(contractId))
                .findFirst()
                .orElseGet(() -> ContractLedger.of(contractId));
    }

    public Ledger with(InvoiceEntered event) {
        EnteredInvoice invoice = event.invoice();
        boolean known = of(invoice.contractId()).knows(invoice.invoiceId());
        Ledger rest = known ? this : without(invoice.invoiceId());
        return rest.changed(invoice.contractId(), contract -> contract.with(invoice));
    }

    public Ledger without(String invoiceId) {
        List<ContractLedger> rest = contracts.stream()
                .map(contract -> contract.knows(invoiceId) ? contract.without(invoiceId) : contract)
                .filter(contract -> !contract.isEmpty())
                .toList();
        return new Ledger(rest);
    }

    public Ledger with(BillingErrorUpheld event) {
        return changed(event.contractId(), contract -> contract.with(event));
    }

    private Ledger changed(String contractId, UnaryOperator<ContractLedger> change) {
        List<ContractLedger> all = new ArrayList<>(contracts);
        all.removeIf(contract -> contract.contractId().equals(contractId));
        all.add(change.apply(of(contractId)));
        return new Ledger(List.copyOf(all.subList(Math.max(0, all.size() - CONTRACTS), all.size())));
    }
}
