package io.seikyu.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.account.CreditCheck;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.review.History;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.review.Review;
import io.seikyu.command.review.ReviewFacts;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.standalone.demo.Samples.Expectation;
import io.seikyu.standalone.demo.Samples.ExpectedReceipt;
import io.seikyu.standalone.demo.Samples.Next;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The samples say what they claim to say, by the review's own rules. */
class SamplesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final Samples SAMPLES = new Samples();

    static List<Expectation> expectations() {
        return SAMPLES.expectations();
    }

    static List<Expectation> corrected() {
        return expectations().stream()
                .filter(expectation -> expectation.next() == Next.CORRECT)
                .toList();
    }

    @Test
    void thereAreThirtyInvoicesAndTenAreWrongInNineWays() {
        assertThat(expectations()).hasSize(30);
        List<Expectation> wrong = expectations().stream()
                .filter(expectation -> expectation.submitted().equals("DISCREPANT"))
                .toList();
        assertThat(wrong)
                .hasSize(10)
                .allSatisfy(expectation -> assertThat(expectation.why()).isNotBlank());
        Set<String> codes = new TreeSet<>();
        wrong.forEach(expectation -> codes.addAll(expectation.findings()));
        assertThat(codes).hasSize(9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expectations")
    void eachInvoiceIsReviewedAsExpected(Expectation expectation) {
        Review review = review(SAMPLES.invoice(expectation.invoiceId()), numbersBefore(expectation));
        assertThat(review.findings())
                .extracting(Finding::code)
                .as(expectation.why())
                .containsExactlyInAnyOrderElementsOf(expectation.findings());
        assertThat(review.outcome()).hasToString(expectation.submitted());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrected")
    void eachCorrectionLeavesNothingToFind(Expectation expectation) {
        JsonNode correction = SAMPLES.correction(expectation.invoiceId());
        assertThat(correction.get("reason").asString()).isNotBlank();
        Set<String> others = new HashSet<>();
        expectations().stream()
                .filter(other -> !other.invoiceId().equals(expectation.invoiceId()))
                .forEach(other -> others.add(number(SAMPLES.invoice(other.invoiceId()))));
        assertThat(review(correction, others).findings()).isEmpty();
    }

    @Test
    void theReceiptsAreUsedAsExpectedAndLeaveTheExpectedBalances() {
        Map<String, BigDecimal> open = new HashMap<>();
        for (Expectation expectation : expectations()) {
            JsonNode last = expectation.next() == Next.CORRECT
                    ? SAMPLES.correction(expectation.invoiceId())
                    : SAMPLES.invoice(expectation.invoiceId());
            open.put(expectation.invoiceId(), amount(last, "total"));
        }
        List<JsonNode> receipts = SAMPLES.receipts();
        List<ExpectedReceipt> expected = SAMPLES.expectedReceipts();
        assertThat(receipts).hasSameSizeAs(expected);
        for (int i = 0; i < receipts.size(); i++) {
            JsonNode receipt = receipts.get(i);
            String invoice = receipt.get("invoiceId").asString();
            BigDecimal taken = amount(receipt, "amount").min(open.get(invoice));
            open.put(invoice, open.get(invoice).subtract(taken));
            assertThat(expected.get(i))
                    .isEqualTo(new ExpectedReceipt(
                            receipt.get("receiptId").asString(),
                            taken.toPlainString(),
                            amount(receipt, "amount").subtract(taken).toPlainString()));
        }
        assertThat(expectations())
                .filteredOn(expectation -> expectation.balance() != null)
                .hasSizeGreaterThan(20)
                .allSatisfy(expectation ->
                        assertThat(open.get(expectation.invoiceId())).isEqualByComparingTo(expectation.balance()));
    }

    private static Set<String> numbersBefore(Expectation expectation) {
        Set<String> numbers = new HashSet<>();
        for (Expectation earlier : expectations()) {
            if (earlier.invoiceId().equals(expectation.invoiceId())) {
                return numbers;
            }
            numbers.add(number(SAMPLES.invoice(earlier.invoiceId())));
        }
        throw new IllegalStateException(expectation + " is no sample");
    }

    private static Review review(JsonNode invoice, Set<String> taken) {
        InvoiceDocument document = document(invoice);
        AccountDetails payer = SAMPLES.accounts().stream()
                .filter(account -> account.get("accountId").asString().equals(document.accountId()))
                .map(account -> JSON.treeToValue(account, AccountDetails.class))
                .findFirst()
                .orElseThrow();
        return PublishedReviewPolicy.standard("review/default@0")
                .of(document.accountId(), document.contractId())
                .review(new ReviewFacts(
                        document,
                        contracts(),
                        payer,
                        JSON.treeToValue(SAMPLES.client(), ClientDetails.class),
                        false,
                        taken.contains(document.invoiceNumber()),
                        History.none("under-review"),
                        TaxRates.japan(),
                        BankCalendar.japan(),
                        CreditCheck.UNSCREENED,
                        LocalDate.of(2026, 8, 3)));
    }

    private static InvoiceDocument document(JsonNode invoice) {
        ObjectNode whole = ((ObjectNode) invoice).deepCopy();
        for (String list : List.of("adjustments", "prepaidRefs", "precedingInvoices")) {
            whole.putArray(list);
        }
        return JSON.treeToValue(whole, InvoiceDocument.class);
    }

    private static Map<String, ContractHistory> contracts() {
        Map<String, ContractHistory> contracts = new HashMap<>();
        for (JsonNode contract : SAMPLES.contracts()) {
            String id = contract.get("contractId").asString();
            ContractTerms terms = JSON.treeToValue(contract, ContractTerms.class);
            contracts.put(id, new ContractHistory(id, Effective.since(terms.effectiveFrom(), terms), null));
        }
        return contracts;
    }

    private static String number(JsonNode invoice) {
        return invoice.get("invoiceNumber").asString();
    }

    private static BigDecimal amount(JsonNode json, String field) {
        return new BigDecimal(json.get(field).asString());
    }
}
