package io.seikyu.command.review;

import io.seikyu.command.account.CreditCheck;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.money.TaxRates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a review looks at.
 *
 * @param contracts   the contracts on file, by id, that the document and its lines name
 * @param account     what held of the payer on the day of the transaction
 * @param client      what held of the client company on that day
 * @param autoIssue   whether the client company wants approved invoices issued at once
 * @param numberTaken whether another invoice of this client company holds the number
 * @param history     the payer's invoices so far
 * @param credit      what credit says of it
 * @param today       on which it is reviewed
 */
public record ReviewFacts(
        InvoiceDocument document,
        Map<String, ContractHistory> contracts,
        AccountDetails account,
        ClientDetails client,
        boolean autoIssue,
        boolean numberTaken,
        History history,
        TaxRates rates,
        BankCalendar calendar,
        CreditCheck credit,
        LocalDate today) {
    /** The feature that says on which day it was reviewed. */
    public static final String TODAY = "today";

    /** The day that decides which version of the contract and which tax rate hold: the last of the transaction. */
    public LocalDate day() {
        return document.transactionTo();
    }

    /** The contract of that id, if it is with the payer of this invoice. */
    public Optional<ContractHistory> contract(String id) {
        return Optional.ofNullable(contracts.get(id))
                .filter(contract -> contract.accountId().equals(document.accountId()));
    }

    /** What was agreed for the invoice as a whole; empty when no contract is in force. */
    public Optional<ContractTerms> terms() {
        return terms(document.contractId());
    }

    /** What was agreed for this line: under its own contract, and on the day of delivery where it names one. */
    public Optional<ContractTerms> terms(Line line) {
        return contract(contractId(line)).flatMap(contract -> contract.inForceOn(day(line)));
    }

    /** What was agreed under a contract of this payer on the day that decides. */
    public Optional<ContractTerms> terms(String contractId) {
        return contract(contractId).flatMap(contract -> contract.inForceOn(day()));
    }

    public String contractId(Line line) {
        return line.contractId() == null ? document.contractId() : line.contractId();
    }

    public LocalDate day(Line line) {
        return line.deliveredOn() == null ? day() : line.deliveredOn();
    }

    /** What the payer's account remembers of this invoice once it is reviewed. */
    public EnteredInvoice entry(boolean accepted) {
        return new EnteredInvoice(
                history.invoiceId(),
                document.contractId(),
                document.kind(),
                document.transactionFrom(),
                document.transactionTo(),
                document.total(),
                ContentDigest.of(document),
                BilledDays.of(document),
                document.prepaidRefs(),
                accepted);
    }

    /** Ids and features by name, as they are kept with the decision. */
    public Map<String, String> features() {
        Map<String, String> features = new TreeMap<>();
        features.put("accountId", document.accountId());
        features.put("contractId", document.contractId());
        terms().ifPresent(terms ->
                features.put("contract.effectiveFrom", terms.effectiveFrom().toString()));
        features.put("day", day().toString());
        features.put(TODAY, today.toString());
        features.put("numberTaken", Boolean.toString(numberTaken));
        features.put("autoIssue", Boolean.toString(autoIssue));
        features.put("calendar.horizon", calendar.horizon().toString());
        Coverage coverage = credit.coverage();
        if (coverage.status() != Coverage.Status.UNSCREENED) {
            features.put("credit.limit", Figures.text(coverage.limit()));
            features.put("credit.exposure", Figures.text(coverage.exposure()));
            features.put("credit.left", Figures.text(credit.left()));
        }
        return features;
    }
}
