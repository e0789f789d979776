package io.seikyu.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.command.JsonChange;
import io.seikyu.command.Samples;
import io.seikyu.command.account.CreditCheck;
import io.seikyu.command.account.Ledger;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewPolicyTest {
    private static final ReviewPolicy POLICY =
            PublishedReviewPolicy.standard("review/default@0").of("acme", "c1");

    private static final Map<String, Prepayment> PREPAYMENTS = Map.of(
            "receipt/mine", new Prepayment("a1", Samples.yen("790")),
            "receipt/whose", new Prepayment(null, Samples.yen("790")),
            "receipt/theirs", new Prepayment("a2", Samples.yen("790")),
            "invoice/advance", new Prepayment("a1", Samples.yen("790")));

    @Test
    void anInvoiceThatIsWhatTheContractYieldsIsApproved() {
        Review review = POLICY.review(facts(Samples.document()));

        assertThat(review.findings()).isEmpty();
        assertThat(review.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(review.rules())
                .contains("unit-price@1", "tax-amount@1")
                .hasSize(RuleBook.types().size());
        assertThat(review.features()).containsEntry("contractId", "c1").containsEntry("day", "2026-04-30");
    }

    /** Each line changes one field of an invoice that is right. */
    @ParameterizedTest(name = "{0} = {1}: {2} at {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/contractId             | 'c9'            | CONTRACT_NOT_FOUND            | /contractId",
                "/contractId             | 'foreign'       | CONTRACT_NOT_FOUND            | /contractId",
                "/lines/0/contractId     | 'c9'            | CONTRACT_NOT_FOUND            | /lines/0/contractId",
                "/lines/0/contractId     | 'gross'         | CONTRACT_TERMS_DIFFER         | /lines/0/contractId",
                "/transactionFrom        | '2025-12-31'    | CONTRACT_NOT_IN_FORCE         | /transactionFrom",
                "/lines/0/deliveredOn    | '2025-12-31'    | CONTRACT_NOT_IN_FORCE         | /lines/0/deliveredOn",
                "/lines/0/code           | 'WHEAT'         | ITEM_NOT_IN_CONTRACT          | /lines/0/code",
                "/lines/0/unitPrice      | '4001'          | UNIT_PRICE_MISMATCH           | /lines/0/unitPrice",
                "/lines/0/quantity       | '11'            | LINE_AMOUNT_MISMATCH          | /lines/0/amount",
                "/lines/0/amount         | '40001'         | LINE_AMOUNT_MISMATCH          | /lines/0/amount",
                "/lines/2/amount         | '991'           | LINE_AMOUNT_MISMATCH          | /lines/2/amount",
                "/lines/2/unitPrice      | '991'           | LINE_AMOUNT_MISMATCH          | /lines/2/amount",
                "/lines/2/code           | 'TAXI'          | EXPENSE_NOT_IN_CONTRACT       | /lines/2/code",
                "/lines/2/kind           | 'ITEM'          | ITEM_NOT_IN_CONTRACT          | /lines/2/code",
                "/lines/0/taxCategory    | 'STANDARD'      | TAX_CATEGORY_MISMATCH         | /lines/0/taxCategory",
                "/lines/2/taxCategory    | 'EXEMPT'        | TAX_CATEGORY_MISMATCH         | /lines/2/taxCategory",
                "/taxes/0/rate           | '10'            | TAX_RATE_MISMATCH             | /taxes/0/rate",
                "/taxes/0/taxable        | '40001'         | TAXABLE_AMOUNT_MISMATCH       | /taxes/0/taxable",
                "/taxes/0/taxCategory    | 'STANDARD'      | TAXABLE_AMOUNT_MISMATCH       | /taxes/0/taxable",
                "/taxes/0                |                 | QUALIFIED_INVOICE_ITEM_MISSING | /taxes",
                "/taxes/0/tax            | '3201'          | TAX_AMOUNT_MISMATCH           | /taxes/0/tax",
                "/taxes/1/tax            | '1600'          | TAX_AMOUNT_MISMATCH           | /taxes/1/tax",
                "/total                  | '60791'         | TOTAL_MISMATCH                | /total",
                "/payable                | '60789'         | TOTAL_MISMATCH                | /payable",
                "/withholding            | '60791'         | PREPAID_NOT_COVERED           | /withholding",
                "/dueDate                | '2026-05-31'    | DUE_DATE_MISMATCH             | /dueDate",
                "/issuer/registrationNumber |              | REGISTRATION_NUMBER_MISSING   | /issuer/registrationNumber",
                "/issuer/registrationNumber | 'T1'         | REGISTRATION_NUMBER_INVALID   | /issuer/registrationNumber",
                "/issuer/registrationNumber | 'T4011001098993' | REGISTRATION_NUMBER_INVALID | /issuer/registrationNumber"
            })
    void aSingleWrongFieldIsFoundByTheRightRule(String pointer, String value, String code, String at) {
        InvoiceDocument wrong = JsonChange.of(Samples.document(), pointer, value == null ? null : '"' + value + '"');

        Review review = POLICY.review(facts(wrong));

        assertThat(review.outcome()).isEqualTo(Outcome.DISCREPANT);
        assertThat(review.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(at);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).endsWith(".");
            assertThat(review.rules()).contains(finding.rule());
        });
    }

    @Test
    void oneWrongFigureIsOneFindingAndNotACascade() {
        assertThat(codes(JsonChange.of(Samples.document(), "/lines/0/amount", "\"1\"")))
                .containsExactly("LINE_AMOUNT_MISMATCH");
        assertThat(codes(JsonChange.of(Samples.document(), "/taxes/0/taxable", "\"1\"")))
                .containsExactly("TAXABLE_AMOUNT_MISMATCH");
        assertThat(codes(JsonChange.of(Samples.document(), "/lines/0/unitPrice", "\"1\"")))
                .containsExactly("UNIT_PRICE_MISMATCH");
    }

    @Test
    void aWrongPriceThatWasCarriedThroughTheWholeInvoiceIsFoundAtThePrice() {
        InvoiceDocument carried = Samples.document();
        for (String[] change : new String[][] {
            {"/lines/0/unitPrice", "4100"},
            {"/lines/0/amount", "41000"},
            {"/taxes/0/taxable", "41000"},
            {"/taxes/0/tax", "3280"},
            {"/total", "61870"}
        }) {
            carried = JsonChange.of(carried, change[0], '"' + change[1] + '"');
        }

        List<Finding> findings = POLICY.review(facts(carried)).findings();

        assertThat(findings).extracting(Finding::code).containsExactly("UNIT_PRICE_MISMATCH");
        assertThat(findings.get(0).expected()).isEqualTo("4000");
        assertThat(findings.get(0).actual()).isEqualTo("4100");
    }

    /** Three lines of 15 yen at 10 %: 4 when rounded once, 3 when rounded per line (消費税法施行令 70-10). */
    @Test
    void taxThatWasRoundedForEachLineIsCalledSo() {
        ContractTerms terms = withItems(
                Samples.terms(), List.of(new Item("PEN", "Pen", Samples.yen("15"), TaxCategory.STANDARD, null)));
        String line = "{\"kind\":\"ITEM\",\"code\":\"PEN\",\"description\":\"Pen\",\"quantity\":\"1\","
                + "\"unitPrice\":\"15\",\"amount\":\"15\",\"taxCategory\":\"STANDARD\"}";
        InvoiceDocument pens = Samples.document();
        pens = JsonChange.of(pens, "/lines", "[" + line + "," + line + "," + line + "]");
        pens = JsonChange.of(
                pens, "/taxes", "[{\"taxCategory\":\"STANDARD\",\"rate\":\"10\",\"taxable\":\"45\",\"tax\":\"4\"}]");
        pens = JsonChange.of(pens, "/total", "\"49\"");
        assertThat(codes(pens, terms)).isEmpty();

        InvoiceDocument perLine = JsonChange.of(pens, "/taxes/0/tax", "\"3\"");
        perLine = JsonChange.of(perLine, "/total", "\"48\"");
        assertThat(codes(perLine, terms)).containsExactly("TAX_ROUNDED_PER_LINE");
    }

    @Test
    void grossPricesContainTheirTax() {
        ContractTerms gross = grossTerms();
        InvoiceDocument document = Samples.document();
        document = JsonChange.of(
                document,
                "/lines",
                "[{\"kind\":\"ITEM\",\"code\":\"RICE\",\"description\":\"Rice\",\"quantity\":\"10\","
                        + "\"unitPrice\":\"1000\",\"amount\":\"10000\",\"taxCategory\":\"REDUCED\"}]");
        document = JsonChange.of(
                document,
                "/taxes",
                "[{\"taxCategory\":\"REDUCED\",\"rate\":\"8\",\"taxable\":\"10000\",\"tax\":\"740\"}]");
        document = JsonChange.of(document, "/total", "\"10000\"");

        assertThat(codes(document, gross)).isEmpty();
        assertThat(codes(JsonChange.of(document, "/taxes/0/tax", "\"741\""), gross))
                .containsExactly("TAX_AMOUNT_MISMATCH");
        assertThat(codes(JsonChange.of(document, "/total", "\"10740\""), gross)).containsExactly("TOTAL_MISMATCH");
    }

    @Test
    void anAllowanceLowersAndAnAgreedChargeRaisesTheTaxableAmount() {
        InvoiceDocument document = Samples.document();
        document = JsonChange.of(
                document,
                "/adjustments",
                "[{\"kind\":\"ALLOWANCE\",\"code\":\"REBATE\",\"description\":\"-\",\"amount\":\"1000\","
                        + "\"taxCategory\":\"REDUCED\"},{\"kind\":\"CHARGE\",\"code\":\"SHIPPING\",\"description\":\"-\","
                        + "\"amount\":\"9\",\"taxCategory\":\"STANDARD\"}]");
        document = JsonChange.of(document, "/taxes/0/taxable", "\"39000\"");
        document = JsonChange.of(document, "/taxes/0/tax", "\"3120\"");
        document = JsonChange.of(document, "/taxes/1/taxable", "\"16000\"");
        document = JsonChange.of(document, "/taxes/1/tax", "\"1600\"");
        document = JsonChange.of(document, "/total", "\"59720\"");

        assertThat(codes(document)).isEmpty();
        assertThat(codes(JsonChange.of(document, "/adjustments/1/code", "\"TAXI\"")))
                .containsExactly("EXPENSE_NOT_IN_CONTRACT");
        assertThat(codes(JsonChange.of(document, "/adjustments/1/taxCategory", "\"REDUCED\"")))
                .contains("TAX_CATEGORY_MISMATCH");
    }

    @Test
    void thePriceIsThatOfTheVersionInForceOnTheDayOfTheTransaction() {
        ContractTerms dearer = withItems(
                Samples.terms(),
                List.of(
                        new Item("RICE", "Rice", Samples.yen("5000"), TaxCategory.REDUCED, null),
                        Samples.terms().items().get(1)));
        ContractHistory fromMay =
                new ContractHistory("c1", Samples.contract().versions().with(LocalDate.of(2026, 5, 1), dearer), null);
        assertThat(POLICY.review(facts(Samples.document(), Map.of("c1", fromMay)))
                        .findings())
                .isEmpty();

        InvoiceDocument deliveredLater = JsonChange.of(Samples.document(), "/lines/0/deliveredOn", "\"2026-05-02\"");
        deliveredLater = JsonChange.of(deliveredLater, "/transactionTo", "\"2026-05-02\"");
        deliveredLater = JsonChange.of(deliveredLater, "/dueDate", "\"2026-06-30\"");
        assertThat(POLICY.review(facts(deliveredLater, Map.of("c1", fromMay))).findings())
                .extracting(Finding::code)
                .containsExactly("UNIT_PRICE_MISMATCH");
    }

    @Test
    void aTerminatedContractYieldsNothingAfterItsLastDay() {
        ContractHistory ended = new ContractHistory("c1", Samples.contract().versions(), LocalDate.of(2026, 4, 29));

        assertThat(POLICY.review(facts(Samples.document(), Map.of("c1", ended))).findings())
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CONTRACT_NOT_IN_FORCE", "/transactionTo"));
    }

    @Test
    void aTakenNumberIsAnError() {
        ReviewFacts taken = facts(Samples.document(), Map.of("c1", Samples.contract()), Samples.client(false), true);

        assertThat(POLICY.review(taken).findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DUPLICATE_INVOICE_NUMBER", Severity.ERROR));
    }

    @Test
    void anInvoiceAboveTheLimitGoesToAPerson() {
        ContractTerms strict = withLimit(Samples.terms(), Samples.yen("60789"));

        Review review = POLICY.review(facts(Samples.document(), Map.of("c1", history(strict))));

        assertThat(review.outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(review.findings()).extracting(Finding::code).containsExactly("ABOVE_APPROVAL_LIMIT");
        assertThat(codes(Samples.document(), withLimit(Samples.terms(), Samples.yen("60790"))))
                .isEmpty();
    }

    @Test
    void aFailingCheckDigitIsAnErrorForACorporationAndAWarningForAPerson() {
        InvoiceDocument document =
                JsonChange.of(Samples.document(), "/issuer/registrationNumber", "\"T1234567890123\"");
        Map<String, ContractHistory> contracts = Map.of("c1", Samples.contract());

        assertThat(POLICY.review(facts(document, contracts, issuer("T1234567890123", true), false))
                        .outcome())
                .isEqualTo(Outcome.DISCREPANT);
        assertThat(POLICY.review(facts(document, contracts, issuer("T1234567890123", false), false))
                        .outcome())
                .isEqualTo(Outcome.IN_REVIEW);
    }

    @Test
    void anIssuerWithoutARegistrationNumberShowsNone() {
        InvoiceDocument without = JsonChange.of(Samples.document(), "/issuer/registrationNumber", null);
        Map<String, ContractHistory> contracts = Map.of("c1", Samples.contract());

        assertThat(POLICY.review(facts(without, contracts, issuer(null, true), false))
                        .findings())
                .isEmpty();
        assertThat(POLICY.review(facts(Samples.document(), contracts, issuer(null, true), false))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("REGISTRATION_NUMBER_INVALID");
    }

    @Test
    void aDueDateBeyondTheBankCalendarGoesToAPerson() {
        InvoiceDocument later = Samples.document();
        for (String field : List.of("/transactionFrom", "/transactionTo", "/issueDate", "/dueDate")) {
            later = JsonChange.of(later, field, "\"2040-05-31\"");
        }

        List<Finding> findings = POLICY.review(facts(later)).findings();

        assertThat(findings)
                .extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DUE_DATE_MISMATCH", Severity.WARNING));
        assertThat(findings.get(0).message()).contains("by hand");
    }

    @Test
    void prepaymentsLowerWhatIsPayable() {
        InvoiceDocument document =
                JsonChange.of(Samples.document(), "/prepaidRefs", "[{\"receiptId\":\"mine\",\"amount\":\"790\"}]");
        assertThat(codes(document)).isEmpty();
        assertThat(Payable.of(document)).isEqualByComparingTo("60000");
        assertThat(codes(JsonChange.of(document, "/payable", "\"60000\""))).isEmpty();
        assertThat(codes(JsonChange.of(document, "/payable", "\"60790\""))).containsExactly("TOTAL_MISMATCH");
    }

    @Test
    void theOrderOfTheRulesDoesNotMatter() {
        InvoiceDocument wrong = JsonChange.of(Samples.document(), "/lines/0/code", "\"X\"");
        wrong = JsonChange.of(wrong, "/total", "\"5000001\"");
        wrong = JsonChange.of(wrong, "/dueDate", "\"2026-05-31\"");
        ReviewFacts facts = facts(wrong);
        Review expected = POLICY.review(facts);

        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ReviewPolicy shuffled = POLICY.inOrder(rules -> {
                Collections.shuffle(rules, random);
                return rules;
            });
            assertThat(shuffled.review(facts)).isEqualTo(expected);
        }
    }

    @Test
    void errorsStandFirstAndThenTheOrderOfTheDocument() {
        InvoiceDocument wrong = JsonChange.of(Samples.document(), "/total", "\"5000000\"");
        wrong = JsonChange.of(wrong, "/lines/2/amount", "\"1\"");
        wrong = JsonChange.of(wrong, "/lines/0/amount", "\"1\"");

        assertThat(POLICY.review(facts(wrong)).findings())
                .extracting(finding -> finding.severity() + " " + finding.pointer())
                .containsExactly("ERROR /lines/0/amount", "ERROR /lines/2/amount", "ERROR /total", "WARNING /total");
    }

    @Test
    void everyRuleHasANameOfItsOwn() {
        assertThat(RuleBook.types())
                .allSatisfy((name, type) -> assertThat(type.name()).isEqualTo(name));
        assertThat(RuleBook.types()).hasSize(33);
    }

    @Test
    void theRevisionsThatRanCanRunAgainAndOthersAreNotGuessed() {
        PublishedReviewPolicy published = PublishedReviewPolicy.standard("review/default@0");
        List<String> ran = POLICY.review(facts(Samples.document())).rules();
        assertThat(published.withRules(ran).of("acme", "c1").review(facts(Samples.document())))
                .isEqualTo(POLICY.review(facts(Samples.document())));
        assertThatThrownBy(() -> published.withRules(List.of("unit-price@9")))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage("unit-price@9");
    }

    @Test
    void absurdFiguresAreFoundAndDoNotBreakTheReview() {
        InvoiceDocument absurd = JsonChange.of(Samples.document(), "/lines/0/quantity", "\"9999999999999.999999\"");
        absurd = JsonChange.of(absurd, "/lines/2/unitPrice", "\"9999999999999\"");

        assertThat(codes(absurd)).contains("LINE_AMOUNT_MISMATCH");
    }

    private static List<String> codes(InvoiceDocument document) {
        return codes(document, Samples.terms());
    }

    private static List<String> codes(InvoiceDocument document, ContractTerms terms) {
        return POLICY.review(facts(document, Map.of("c1", history(terms)))).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static ReviewFacts facts(InvoiceDocument document) {
        Map<String, ContractHistory> contracts = new HashMap<>();
        contracts.put("c1", Samples.contract());
        contracts.put("gross", history(grossTerms()));
        contracts.put("foreign", history(ofPayer("a2")));
        return facts(document, contracts);
    }

    private static ReviewFacts facts(InvoiceDocument document, Map<String, ContractHistory> contracts) {
        return facts(document, contracts, Samples.client(false), false);
    }

    private static ReviewFacts facts(
            InvoiceDocument document, Map<String, ContractHistory> contracts, ClientDetails client, boolean taken) {
        AccountDetails account = Samples.account();
        return new ReviewFacts(
                document,
                contracts,
                account,
                client,
                false,
                taken,
                new History("i1", Ledger.EMPTY, PREPAYMENTS, Map.of()),
                TaxRates.japan(),
                BankCalendar.japan(),
                CreditCheck.UNSCREENED,
                LocalDate.of(2026, 8, 3));
    }

    private static ContractHistory history(ContractTerms terms) {
        return new ContractHistory("c", Effective.since(terms.effectiveFrom(), terms), null);
    }

    private static ClientDetails issuer(String number, boolean corporate) {
        ClientDetails client = Samples.client(false);
        return new ClientDetails(
                client.name(), number, corporate, client.bankAccount(), client.email(), false, Map.of());
    }

    private static ContractTerms grossTerms() {
        List<Item> items = List.of(new Item("RICE", "Rice", Samples.yen("1000"), TaxCategory.REDUCED, null));
        return terms("a1", true, items, Samples.yen("1000000"));
    }

    private static ContractTerms ofPayer(String accountId) {
        return terms(accountId, false, Samples.terms().items(), null);
    }

    private static ContractTerms withItems(ContractTerms terms, List<Item> items) {
        return terms(terms.accountId(), terms.pricesIncludeTax(), items, terms.approvalLimit());
    }

    private static ContractTerms withLimit(ContractTerms terms, BigDecimal limit) {
        return terms(terms.accountId(), terms.pricesIncludeTax(), terms.items(), limit);
    }

    private static ContractTerms terms(String accountId, boolean gross, List<Item> items, BigDecimal limit) {
        ContractTerms terms = Samples.terms();
        return new ContractTerms(
                accountId,
                terms.effectiveFrom(),
                null,
                gross,
                Rounding.FLOOR,
                items,
                terms.expenses(),
                terms.terms(),
                terms.lateInterest(),
                terms.transferFee(),
                terms.claimHolder(),
                null,
                false,
                limit,
                null,
                null,
                null);
    }
}
