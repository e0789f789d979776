package io.seikyu.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seikyu.command.Samples;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract limits or requires, what a qualified invoice shows, and what is withheld. */
class ContractRulesTest {
    private static final String ITEM = """
            {"kind": "ITEM", "code": "RICE", "description": "Rice", "quantity": "%d", "unitPrice": "4000",
             "amount": "%d", "taxCategory": "REDUCED"}""";

    @Test
    void allLinesOfAnItemCountTogetherAgainstItsMaximum() {
        String lines = "[" + ITEM.formatted(6, 24000) + "," + ITEM.formatted(5, 20000) + "]";
        Facts eleven = new Facts()
                .terms("/items/0/maxQuantity", "\"10\"")
                .document("/lines", lines)
                .document("/taxes", taxes("44000", "3520"), "/total", "\"47520\"");

        assertThat(eleven.findings())
                .extracting(Finding::code, Finding::severity, Finding::pointer, Finding::expected, Finding::actual)
                .containsExactly(tuple("QUANTITY_ABOVE_MAXIMUM", Severity.ERROR, "/lines/1/quantity", "10", "11"));
        assertThat(eleven.terms("/items/0/maxQuantity", "\"11\"").codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"989, EXPENSE_ABOVE_CAP", "990,"})
    void anExpenseMayCostUpToItsCap(String cap, String code) {
        Facts facts = new Facts().terms("/expenses/0/cap", '"' + cap + '"');

        assertThat(facts.codes()).isEqualTo(code == null ? java.util.List.of() : java.util.List.of(code));
    }

    @Test
    void aChargeBesideTheLinesCountsAgainstTheCapToo() {
        Facts facts = new Facts()
                .terms("/expenses/0/cap", "\"990\"")
                .document(
                        "/adjustments",
                        "[{\"kind\":\"CHARGE\",\"code\":\"SHIPPING\",\"description\":\"-\",\"amount\":\"9\","
                                + "\"taxCategory\":\"STANDARD\"}]")
                .document("/taxes/1/taxable", "\"16000\"", "/taxes/1/tax", "\"1600\"", "/total", "\"60800\"");

        assertThat(facts.findings())
                .extracting(Finding::code, Finding::pointer, Finding::actual)
                .containsExactly(tuple("EXPENSE_ABOVE_CAP", "/adjustments/0/amount", "999"));
    }

    @Test
    void aRequiredExpenseIsMissedUnlessTheInvoiceIsInAdvance() {
        Facts facts = new Facts()
                .terms(
                        "/expenses",
                        "[{\"code\":\"SHIPPING\",\"taxCategory\":\"STANDARD\",\"required\":true},"
                                + "{\"code\":\"ICE\",\"taxCategory\":\"REDUCED\",\"required\":true}]");

        assertThat(facts.findings())
                .extracting(Finding::code, Finding::pointer, Finding::expected)
                .containsExactly(tuple("EXPENSE_MISSING", "/lines", "ICE"));
        assertThat(facts.document("/kind", "\"ADVANCE\"").codes()).isEmpty();
    }

    /** 60 days from 2026-04-30, which is the first of them: 2026-06-28. */
    @ParameterizedTest
    @CsvSource({"2026-06-28, false", "2026-06-29, true"})
    void sixtyDaysCountFromTheDayOfReceiptAsTheFirst(String due, boolean beyond) {
        Facts facts = new Facts().terms("/subcontractLaw", "true").document("/dueDate", '"' + due + '"');

        assertThat(facts.codes().contains("DUE_DATE_BEYOND_60_DAYS")).isEqualTo(beyond);
        assertThat(facts.terms("/subcontractLaw", "false").codes()).doesNotContain("DUE_DATE_BEYOND_60_DAYS");
    }

    /** Due on 2026-06-01, which is the 60th day from 2026-04-03. */
    @ParameterizedTest
    @CsvSource({"2026-04-03, false", "2026-04-02, true"})
    void theSixtyDaysBeginWithTheEarliestDelivery(String delivered, boolean beyond) {
        Facts facts =
                new Facts().terms("/subcontractLaw", "true").document("/lines/0/deliveredOn", '"' + delivered + '"');

        assertThat(facts.codes().contains("DUE_DATE_BEYOND_60_DAYS")).isEqualTo(beyond);
    }

    @ParameterizedTest
    @CsvSource({
        "/issuer/name, Aoba Trade, /issuer/name",
        "/recipient/name, Kaede Foods, /recipient/name",
        "/lines/1/description, ' ', /lines/1/description",
        "/lines/1/deliveredOn, 2026-05-01, /lines/1/deliveredOn",
        "/lines/1/deliveredOn, 2026-03-31, /lines/1/deliveredOn"
    })
    void whatAQualifiedInvoiceShowsIsThereAndRight(String pointer, String value, String at) {
        Facts facts = new Facts().document(pointer, '"' + value + '"');

        assertThat(facts.findings())
                .extracting(Finding::code, Finding::severity, Finding::pointer)
                .containsExactly(tuple("QUALIFIED_INVOICE_ITEM_MISSING", Severity.ERROR, at));
    }

    @ParameterizedTest
    @CsvSource({"海野商店株式会社, 海野商店㈱ 御中", "海野商店株式会社, 海野商店　株式会社", "株式会社ＡＢＣ, (株)abc", "佐藤 花子, 佐藤花子様"})
    void aNameMayBeWrittenAsPeopleWriteIt(String onFile, String stated) {
        Facts facts = new Facts().account("/name", '"' + onFile + '"').document("/recipient/name", '"' + stated + '"');

        assertThat(facts.codes()).isEmpty();
        assertThat(facts.document("/recipient/name", "\"海野\"").codes())
                .containsExactly("QUALIFIED_INVOICE_ITEM_MISSING");
    }

    @Test
    void aFindingRepeatsNoNameOfAPerson() {
        Facts facts = new Facts()
                .account("/name", "\"佐藤 花子\"", "/corporate", "false")
                .document("/recipient/name", "\"佐藤 花江\"");

        assertThat(facts.findings()).hasSize(1);
        assertThat(facts.findings().toString()).doesNotContain("佐藤");
    }

    /** 10.21 % of 55,001 (items), 55,991 (all, net), 60,790 (gross); and 20.42 % of what goes beyond 1,000,000. */
    @ParameterizedTest
    @CsvSource({"5615, true", "5716, true", "6206, true", "5614, false", "60790, false"})
    void whatIsWithheldFollowsFromTheFee(String withheld, boolean right) {
        Facts facts = new Facts().client("/corporate", "false").document("/withholding", '"' + withheld + '"');

        assertThat(facts.codes()).isEqualTo(right ? java.util.List.of() : java.util.List.of("TOTAL_MISMATCH"));
        assertThat(facts.review().outcome().name()).isEqualTo(right ? "APPROVED" : "IN_REVIEW");
    }

    @Test
    void nothingIsWithheldFromACompany() {
        assertThat(new Facts().document("/withholding", "\"5615\"").findings())
                .extracting(Finding::code, Finding::severity, Finding::pointer)
                .containsExactly(tuple("TOTAL_MISMATCH", Severity.WARNING, "/withholding"));
    }

    @Test
    void rulesThatCannotJudgeWithoutAContractKeepSilent() {
        assertThat(new Facts().document("/contractId", "\"c9\"").codes()).containsExactly("CONTRACT_NOT_FOUND");
    }

    @Test
    void anInvoiceOfManyLinesIsReviewedToo() {
        String lines = IntStream.range(0, 1_000)
                .mapToObj(i -> ITEM.formatted(1, 4000))
                .toList()
                .toString();
        Facts facts = new Facts()
                .terms("/approvalLimit", "null")
                .document("/lines", lines, "/taxes", taxes("4000000", "320000"), "/total", "\"4320000\"");

        assertThat(facts.codes()).isEmpty();
        assertThat(facts.facts().entry(true).services()).hasSize(1);
        assertThat(facts.facts().document().total()).isEqualByComparingTo(Samples.yen("4320000"));
    }

    private static String taxes(String taxable, String tax) {
        return "[{\"taxCategory\":\"REDUCED\",\"rate\":\"8\",\"taxable\":\"%s\",\"tax\":\"%s\"}]"
                .formatted(taxable, tax);
    }
}
