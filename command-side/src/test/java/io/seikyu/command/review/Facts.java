package io.seikyu.command.review;

import io.seikyu.command.JsonChange;
import io.seikyu.command.Samples;
import io.seikyu.command.account.AccountBook;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Aliases;
import io.seikyu.command.account.CreditCheck;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Ledger;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.decision.Effective;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.money.TaxRates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts for a review, from what {@link Samples} has and what a test changes in it. */
final class Facts {
    static final ReviewPolicy POLICY =
            PublishedReviewPolicy.standard("review/default@0").of("acme", "c1");

    private InvoiceDocument document = Samples.document();
    private final Map<String, ContractTerms> contracts = new HashMap<>(Map.of("c1", Samples.terms()));
    private AccountDetails account = Samples.account();
    private ClientDetails client = Samples.client(false);
    private Ledger ledger = Ledger.EMPTY;
    private AccountBook book = AccountBook.EMPTY;
    private final Map<String, Prepayment> prepayments = new HashMap<>();
    private final Map<String, String> preceding = new HashMap<>();

    /** The invoice under review with these fields changed: pointer, JSON, pointer, JSON …; single quotes are double. */
    Facts document(String... changes) {
        document = changed(document, changes);
        return this;
    }

    Facts document(InvoiceDocument other) {
        document = other;
        return this;
    }

    Facts terms(String... changes) {
        return contract("c1", changed(contracts.get("c1"), changes));
    }

    Facts contract(String id, ContractTerms terms) {
        contracts.put(id, terms);
        return this;
    }

    Facts account(String... changes) {
        account = changed(account, changes);
        return this;
    }

    Facts client(String... changes) {
        client = changed(client, changes);
        return this;
    }

    /** Another invoice of the payer: the right one with these fields changed. */
    Facts before(String id, boolean accepted, String... changes) {
        InvoiceDocument other = changed(Samples.document(), changes);
        ledger = ledger.with(new InvoiceEntered("acme", "a1", of(id, other).entry(accepted)));
        return preceding(id, "a1");
    }

    /** An invoice on file, which the document may name as preceding. */
    Facts preceding(String named, String payer) {
        preceding.put(named, payer);
        return this;
    }

    Facts errorUpheld() {
        ledger = ledger.with(new BillingErrorUpheld("acme", "a1", "c1", "wrong", BillingError.DISPUTE_UPHELD, "d1"));
        return this;
    }

    /** What the payer's account knows about money. */
    Facts book(AccountBook known) {
        book = known;
        return this;
    }

    Facts prepaid(String name, String payer, String available) {
        prepayments.put(name, new Prepayment(payer, Samples.yen(available)));
        return this;
    }

    Review review() {
        return POLICY.review(facts());
    }

    List<String> codes() {
        return findings().stream().map(Finding::code).toList();
    }

    List<Finding> findings() {
        return review().findings();
    }

    ReviewFacts facts() {
        return of("under-review", document);
    }

    private CreditCheck credit(String id, InvoiceDocument any) {
        return new CustomerAccount(
                        new AccountState("acme/account/a1", Effective.always(account), ledger, book, Aliases.NONE))
                .check(
                        CreditCheck.Asked.of(
                                id,
                                any.reservationId(),
                                Payable.of(any),
                                any.transactionTo(),
                                any.contractId(),
                                Optional.ofNullable(contracts.get(any.contractId()))),
                        Samples.TODAY);
    }

    private ReviewFacts of(String id, InvoiceDocument any) {
        Map<String, ContractHistory> histories = new HashMap<>();
        contracts.forEach((name, terms) ->
                histories.put(name, new ContractHistory(name, Effective.since(terms.effectiveFrom(), terms), null)));
        return new ReviewFacts(
                any,
                histories,
                account,
                client,
                false,
                false,
                new History(id, ledger, prepayments, preceding),
                TaxRates.japan(),
                BankCalendar.japan(),
                credit(id, any),
                LocalDate.of(2026, 8, 3));
    }

    private static <T extends Record> T changed(T record, String... changes) {
        T all = record;
        for (int i = 0; i < changes.length; i += 2) {
            all = JsonChange.of(all, changes[i], changes[i + 1].replace('\'', '"'));
        }
        return all;
    }
}
