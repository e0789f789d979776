package io.seikyu.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the time before says of an invoice: the same again, a day twice, an odd amount, an error lately, money used up. */
class HistoryRulesTest {
    private static final String[] MARCH = {"/transactionFrom", "\"2026-03-01\"", "/transactionTo", "\"2026-03-31\""};

    @Test
    void theSameClaimAgainGoesToAPersonWhateverItsNumberAndItsWording() {
        Facts facts = new Facts()
                .before("i1", true)
                .document("/invoiceNumber", "\"OTHER\"", "/issueDate", "\"2026-05-09\"")
                .document("/lines/0/description", "\"Reis\"", "/lines/0/quantity", "\"10.0\"");

        assertThat(facts.review().outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(facts.findings())
                .extracting(Finding::code, Finding::severity, Finding::actual)
                .containsExactly(tuple("DUPLICATE_CONTENT", Severity.WARNING, "i1"));
    }

    @Test
    void theOrderOfTheLinesMakesNoDifference() {
        var lines = new java.util.ArrayList<>(new Facts().facts().document().lines());
        java.util.Collections.reverse(lines);
        String reversed = io.seikyu.eventlog.axon.EventJson.mapper().writeValueAsString(lines);

        assertThat(new Facts().before("i1", true).document("/lines", reversed).codes())
                .containsExactly("DUPLICATE_CONTENT");
    }

    @Test
    void theInvoiceUnderReviewIsNoDuplicateOfItself() {
        assertThat(new Facts().before("under-review", false).codes()).isEmpty();
    }

    @Test
    void anotherMonthOverlapsNothing() {
        assertThat(new Facts().before("i1", true, MARCH).codes()).isEmpty();
    }

    @Test
    void aDayThatIsBilledTwiceGoesToAPerson() {
        Facts facts = new Facts().before("i1", false, "/transactionFrom", "\"2026-04-30\"");

        assertThat(facts.findings())
                .extracting(Finding::code, Finding::severity, Finding::pointer)
                .containsExactly(tuple("PERIOD_OVERLAP", Severity.WARNING, "/lines/0"));
        assertThat(facts.findings().get(0).message()).contains("i1").contains("2026-04-30");
    }

    @Test
    void anotherItemOrAnotherContractOverlapsNothing() {
        assertThat(new Facts()
                        .before("i1", true, "/lines/0/code", "\"A\"", "/lines/1/code", "\"B\"")
                        .codes())
                .isEmpty();
        assertThat(new Facts().before("i1", true, "/contractId", "\"c2\"").codes())
                .isEmpty();
    }

    @Test
    void aLineThatNamesItsDayOfDeliveryBillsThatDayAlone() {
        String[] only10th = {"/lines/0/deliveredOn", "\"2026-04-10\"", "/lines/1/code", "\"OTHER\""};
        Facts facts = new Facts().before("i1", true, only10th);

        assertThat(facts.document("/lines/0/deliveredOn", "\"2026-04-11\"").codes())
                .isEmpty();
        assertThat(facts.document("/lines/0/deliveredOn", "\"2026-04-10\"").codes())
                .containsExactly("PERIOD_OVERLAP");
    }

    @Test
    void whatTheInvoiceNamesAsPrecedingDoesNotOverlap() {
        Facts facts = new Facts().before("i1", true, "/total", "\"1\"");

        assertThat(facts.codes()).containsExactly("PERIOD_OVERLAP");
        assertThat(facts.document("/precedingInvoices", "[\"i1\"]").codes()).isEmpty();
    }

    @Test
    void anInvoiceThatThisOneReplacesIsThisPayersAndOnFile() {
        Facts facts = new Facts().preceding("old", "a1").preceding("foreign", "a2");

        assertThat(facts.document("/precedingInvoices", "[\"old\"]").findings()).isEmpty();
        assertThat(facts.document("/precedingInvoices", "[\"old\", \"older-than-the-file\"]")
                        .findings())
                .extracting(Finding::code, Finding::severity, Finding::pointer)
                .containsExactly(tuple("PRECEDING_INVOICE_NOT_FOUND", Severity.WARNING, "/precedingInvoices/1"));
        for (String wrong : List.of("foreign", "under-review")) {
            assertThat(facts.document("/precedingInvoices", "[\"" + wrong + "\"]")
                            .findings())
                    .extracting(Finding::code, Finding::severity)
                    .containsExactly(tuple("PRECEDING_INVOICE_NOT_FOUND", Severity.ERROR));
        }
    }

    @Test
    void anAdvanceAndAFinalInvoiceBillTheSameDays() {
        Facts facts = new Facts()
                .before("i1", true, "/kind", "\"ADVANCE\"")
                .preceding("elsewhere", "a1")
                .document("/kind", "\"FINAL\"", "/precedingInvoices", "[\"elsewhere\"]");

        assertThat(facts.codes()).isEmpty();
        assertThat(facts.document("/kind", "\"STANDARD\"").codes()).containsExactly("PERIOD_OVERLAP");
    }

    @Test
    void aFinalInvoiceNamesWhatItIsTheEndOf() {
        assertThat(new Facts().document("/kind", "\"FINAL\"").findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("PREPAID_NOT_COVERED", Severity.WARNING));
    }

    /** Median 56,000; 0.6745 × 4,790 ÷ 1,000 = 3.23, and ÷ 560 (1 % of the median, for the MAD is 20) = 5.77. */
    @ParameterizedTest
    @CsvSource({"500, false", "10, true"})
    void anAmountFarFromThePayersUsualGoesToAPerson(int spread, boolean unusual) {
        Facts facts = new Facts();
        for (int i = 0; i < 7; i++) {
            int total = 56_000 + (i - 3) * spread;
            facts.before("i" + i, true, past(i, total));
        }

        assertThat(facts.codes()).isEqualTo(unusual ? List.of("AMOUNT_UNUSUAL") : List.of());
    }

    @Test
    void theFindingHoldsTheNumbers() {
        Facts facts = new Facts();
        for (int i = 0; i < 6; i++) {
            facts.before("i" + i, true, past(i, 10_000 + 100 * i));
        }

        Finding finding = facts.findings().get(0);

        assertThat(finding.code()).isEqualTo("AMOUNT_UNUSUAL");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.expected()).isEqualTo("10250");
        assertThat(finding.actual()).isEqualTo("60790");
        // 0.6745 × (60,790 − 10,250) ÷ 150
        assertThat(finding.message()).contains("6 invoices", "10250", "(MAD) of 150", "227.26", "3.5");
    }

    @Test
    void fiveInvoicesAreNoHistoryNorAreThoseThatNobodyApproved() {
        Facts facts = new Facts();
        for (int i = 0; i < 5; i++) {
            facts.before("i" + i, true, past(i, 10_000));
        }
        facts.before("i5", false, past(5, 10_000));
        assertThat(facts.codes()).isEmpty();

        assertThat(facts.before("i5", true, past(5, 10_000)).codes()).containsExactly("AMOUNT_UNUSUAL");
    }

    @Test
    void equalInvoicesAllowOnePercentPerPoint() {
        Facts facts = new Facts();
        for (int i = 0; i < 6; i++) {
            facts.before("i" + i, true, past(i, 60_000));
        }
        // 0.6745 × 790 ÷ 600 = 0.89
        assertThat(facts.codes()).isEmpty();
    }

    @Test
    void thePayersFirstInvoicesAfterAnErrorGoToAPerson() {
        Facts facts = new Facts().errorUpheld();

        assertThat(facts.findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("RECENT_ERROR", Severity.WARNING));
        assertThat(facts.findings().get(0).message()).contains("wrong", "d1", "3");
        for (int i = 0; i < 3; i++) {
            facts.before("i" + i, true, past(i, 60_000));
        }
        assertThat(facts.codes()).isEmpty();
    }

    @Test
    void aCorrectionOfOneOfThemGoesToAPersonToo() {
        Facts facts = new Facts().errorUpheld().before("under-review", false);
        for (int i = 0; i < 3; i++) {
            facts.before("i" + i, true, past(i, 60_000));
        }

        assertThat(facts.codes()).containsExactly("RECENT_ERROR");
    }

    /** Of 790 yen that are there. */
    @ParameterizedTest
    @CsvSource({
        "r1, 790, , ",
        "r1, 791, ERROR, /prepaidRefs/0/amount",
        "nowhere, 1, ERROR, /prepaidRefs/0",
        "theirs, 1, ERROR, /prepaidRefs/0",
        "whose, 1, WARNING, /prepaidRefs/0"
    })
    void aPrepaymentIsMoneyOfThisPayerThatNobodyTook(String receipt, String amount, Severity severity, String pointer) {
        Facts facts = prepayments()
                .document("/prepaidRefs", "[{\"receiptId\":\"%s\",\"amount\":\"%s\"}]".formatted(receipt, amount));

        if (severity == null) {
            assertThat(facts.codes()).isEmpty();
        } else {
            assertThat(facts.findings())
                    .extracting(Finding::code, Finding::severity, Finding::pointer)
                    .containsExactly(tuple("PREPAID_NOT_COVERED", severity, pointer));
        }
    }

    @Test
    void moneyThatAnotherInvoiceSetsOffIsNotThereTwice() {
        String[] with700 = {"/prepaidRefs", "[{\"receiptId\":\"r1\",\"amount\":\"700\"}]"};
        Facts facts = prepayments().before("i1", true, with700).before("i1", true, with(MARCH, with700));

        assertThat(facts.document("/prepaidRefs", "[{\"receiptId\":\"r1\",\"amount\":\"90\"}]")
                        .codes())
                .isEmpty();
        assertThat(facts.document("/prepaidRefs", "[{\"receiptId\":\"r1\",\"amount\":\"91\"}]")
                        .findings())
                .extracting(Finding::code, Finding::expected, Finding::actual)
                .containsExactly(tuple("PREPAID_NOT_COVERED", "90", "91"));
    }

    @Test
    void oneInvoiceDoesNotSetOffTheSameMoneyTwiceEither() {
        Facts facts = prepayments()
                .document(
                        "/prepaidRefs",
                        "[{\"receiptId\":\"r1\",\"amount\":\"400\"},{\"receiptId\":\"r1\",\"amount\":\"391\"}]");

        assertThat(facts.findings())
                .extracting(Finding::pointer, Finding::expected)
                .containsExactly(tuple("/prepaidRefs/1/amount", "390"));
    }

    @Test
    void anAdvanceInvoiceIsSetOffOnceItIsIssuedAndNoOtherKindIs() {
        Facts facts = prepayments()
                .before("advance", true, with(MARCH, "/kind", "\"ADVANCE\""))
                .before("standard", true, MARCH)
                .document("/kind", "\"FINAL\"");

        assertThat(facts.document("/prepaidRefs", invoice("advance")).codes()).isEmpty();
        assertThat(facts.document("/prepaidRefs", invoice("standard")).codes()).containsExactly("PREPAID_NOT_COVERED");
        assertThat(facts.document("/prepaidRefs", invoice("unissued")).codes()).containsExactly("PREPAID_NOT_COVERED");
    }

    private static Facts prepayments() {
        return new Facts()
                .prepaid("receipt/r1", "a1", "790")
                .prepaid("receipt/theirs", "a2", "790")
                .prepaid("receipt/whose", null, "790")
                .prepaid("invoice/advance", "a1", "790")
                .prepaid("invoice/standard", "a1", "790")
                .prepaid("invoice/unissued", "a1", "0");
    }

    private static String invoice(String id) {
        return "[{\"invoiceId\":\"%s\",\"amount\":\"790\"}]".formatted(id);
    }

    private static String[] past(int month, int total) {
        return new String[] {
            "/transactionFrom",
            "\"2025-0" + (month + 1) + "-01\"",
            "/transactionTo",
            "\"2025-0" + (month + 1) + "-28\"",
            "/total",
            "\"" + total + "\""
        };
    }

    private static String[] with(String[] changes, String... more) {
        String[] all = java.util.Arrays.copyOf(changes, changes.length + more.length);
        System.arraycopy(more, 0, all, changes.length, more.length);
        return all;
    }
}
