package io.seikyu.command.review;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CreditCheck;
import io.seikyu.command.account.CreditCheck.Asked;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.client.Client;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.money.TaxRates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what a review looks at, from what is on file at this moment. */
public final class ReviewDesk {
    private final Clients clients;
    private final Accounts payers;
    private final Contracts contracts;
    private final Prepayments prepayments;
    private final PrecedingInvoices preceding;
    private final ReviewPolicies policies;
    private final TaxRates rates;
    private final BankCalendar calendar;

    /** @param payers locked from then on, so that of two equal invoices at the same moment one sees the other */
    public ReviewDesk(
            Clients clients,
            Accounts payers,
            Contracts contracts,
            Prepayments prepayments,
            PrecedingInvoices preceding,
            ReviewPolicies policies,
            TaxRates rates,
            BankCalendar calendar) {
        this.clients = clients;
        this.payers = payers;
        this.contracts = contracts;
        this.prepayments = prepayments;
        this.preceding = preceding;
        this.policies = policies;
        this.rates = rates;
        this.calendar = calendar;
    }

    /**
     * @param today decides which reservations of credit still hold
     * @throws Refusal when the client company or the payer is not on file
     */
    public ReviewFacts facts(InvoiceId invoice, InvoiceDocument document, boolean numberTaken, LocalDate today) {
        String tenant = invoice.tenant();
        Client client = clients.get(new ClientId(tenant));
        CustomerAccount account = payers.get(new AccountId(tenant, document.accountId()));
        LocalDate day = document.transactionTo();
        return new ReviewFacts(
                document,
                contracts(tenant, document),
                account.detailsOn(day),
                client.detailsOn(day),
                client.history().latest().value().autoIssue(),
                numberTaken,
                new History(
                        invoice.value(), account.ledger(), prepayments(tenant, document), preceding(tenant, document)),
                rates,
                calendar,
                account.check(
                        Asked.of(
                                invoice.value(),
                                document.reservationId(),
                                Payable.of(document),
                                day,
                                document.contractId(),
                                terms(account.id(), document.contractId(), day)),
                        today),
                today);
    }

    /** What credit says of an invoice now, though nothing else of it is looked at. */
    public CreditCheck credit(AccountId payer, Asked asked, LocalDate today) {
        return payers.get(payer).check(asked, today);
    }

    /** What was agreed with this payer on {@code day}; empty when no such contract was in force. */
    public Optional<ContractTerms> terms(AccountId payer, String contractId, LocalDate day) {
        return contracts
                .find(new ContractId(payer.tenant(), contractId))
                .filter(contract -> contract.accountId().equals(payer.value()))
                .flatMap(contract -> contract.inForceOn(day));
    }

    /** By the policy that is in force now. */
    public Review review(InvoiceId invoice, ReviewFacts facts) {
        return policies.inForce()
                .of(invoice.tenant(), facts.document().contractId())
                .review(facts);
    }

    private Map<String, Prepayment> prepayments(String tenant, InvoiceDocument document) {
        Map<String, Prepayment> found = new HashMap<>();
        for (PrepaidRef ref : document.prepaidRefs()) {
            Optional<Prepayment> prepayment = ref.receiptId() != null
                    ? prepayments.receipt(new ReceiptId(tenant, ref.receiptId()))
                    : prepayments.invoice(new InvoiceId(tenant, ref.invoiceId()));
            prepayment.ifPresent(it -> found.put(History.name(ref), it));
        }
        return found;
    }

    private Map<String, String> preceding(String tenant, InvoiceDocument document) {
        Map<String, String> payers = new HashMap<>();
        for (String named : document.precedingInvoices()) {
            preceding.payerOf(tenant, named).ifPresent(payer -> payers.put(named, payer.value()));
        }
        return payers;
    }

    private Map<String, ContractHistory> contracts(String tenant, InvoiceDocument document) {
        Set<String> named = new LinkedHashSet<>();
        named.add(document.contractId());
        document.lines().stream().map(Line::contractId).forEach(named::add);
        named.remove(null);
        Map<String, ContractHistory> found = new HashMap<>();
        for (String id : named) {
            contracts.find(new ContractId(tenant, id)).ifPresent(contract -> found.put(id, contract));
        }
        return found;
    }
}
