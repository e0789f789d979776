package io.seikyu.command.creditnote;

import static io.seikyu.command.Samples.yen;
import static io.seikyu.command.creditnote.CreditNotes.line;
import static io.seikyu.command.creditnote.CreditNotes.twoSacks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seikyu.command.JsonChange;
import io.seikyu.command.review.Review;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each field of a right credit note that is changed is found, and by the right code. */
class CreditNotePolicyTest {
    private final CreditNotePolicy policy = new CreditNotePolicy();

    @Test
    void whatIsRightGoesToAPersonAndNeverPastOne() {
        Review review = review(twoSacks(), CreditNotes.original());

        assertThat(review.findings()).isEmpty();
        assertThat(review.outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(review.rules()).contains("credit-bound@1");
        assertThat(review.features()).containsEntry("left.REDUCED.taxable", "40000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /returnDate            | "2026-03-31" | QUALIFIED_INVOICE_ITEM_MISSING | /returnDate
                    /returnDate            | "2026-05-21" | QUALIFIED_INVOICE_ITEM_MISSING | /returnDate
                    /issueDate             | "2026-04-30" | QUALIFIED_INVOICE_ITEM_MISSING | /issueDate
                    /lines/0/description   | " "          | QUALIFIED_INVOICE_ITEM_MISSING | /lines/0/description
                    /lines/0/quantity      | "3"          | LINE_AMOUNT_MISMATCH           | /lines/0/amount
                    /lines/0/unitPrice     | "4001"       | LINE_AMOUNT_MISMATCH           | /lines/0/amount
                    /lines/0/amount        | "8001"       | LINE_AMOUNT_MISMATCH           | /lines/0/amount
                    /lines/0/taxCategory   | "STANDARD"   | TAXABLE_AMOUNT_MISMATCH        | /taxes
                    /taxes/0/taxable       | "7999"       | TAXABLE_AMOUNT_MISMATCH        | /taxes/0/taxable
                    /taxes/0/taxCategory   | "EXEMPT"     | TAX_CATEGORY_MISMATCH          | /taxes/0/taxCategory
                    /taxes/0/rate          | "10"         | TAX_RATE_MISMATCH              | /taxes/0/rate
                    /taxes/0/tax           | "641"        | TAX_AMOUNT_MISMATCH            | /taxes/0/tax
                    /total                 | "8641"       | TOTAL_MISMATCH                 | /total
                    """)
    void aChangedFieldIsOneFinding(String pointer, String value, String code, String at) {
        List<Finding> findings = review(JsonChange.of(twoSacks(), pointer, value), CreditNotes.original())
                .findings();

        assertThat(findings)
                .extracting(Finding::code, Finding::pointer)
                .contains(tuple(code, at))
                // a category leaves one sum and enters another
                .hasSize(pointer.endsWith("taxCategory") ? 2 : 1);
    }

    @Test
    void aNumberThatAnotherDocumentHasIsFound() {
        CreditNoteFacts facts =
                new CreditNoteFacts(twoSacks(), CreditNotes.original(), Optional.of(Rounding.FLOOR), true);

        assertThat(policy.review(facts).findings())
                .extracting(Finding::code)
                .containsExactly("DUPLICATE_INVOICE_NUMBER");
    }

    /** Vectors of the table of rounding, as credits: whatever was agreed, they are truncated toward zero. */
    @ParameterizedTest
    @CsvSource({"45, 10, 4", "1999, 8, 159", "9999, 10, 999"})
    void taxThatIsGivenBackIsTruncated(String taxable, String rate, String tax) {
        TaxCategory category = rate.equals("8") ? TaxCategory.REDUCED : TaxCategory.STANDARD;
        List<TaxTotal> plenty = List.of(new TaxTotal(category, yen(rate), yen("100000"), yen("10000")));
        Original original = CreditNotes.original(plenty, yen("110000"), plenty);

        assertThat(review(CreditNotes.of(category, rate, taxable, tax), original)
                        .findings())
                .isEmpty();
        String above = yen(tax).add(yen("1")).toPlainString();
        assertThat(review(CreditNotes.of(category, rate, taxable, above), original)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("TAX_AMOUNT_MISMATCH");
    }

    @ParameterizedTest
    @CsvSource({"10000, 10, 909", "10000, 8, 740"})
    void taxInGrossAmountsToo(String gross, String rate, String tax) {
        TaxCategory category = rate.equals("8") ? TaxCategory.REDUCED : TaxCategory.STANDARD;
        List<TaxTotal> billed = List.of(new TaxTotal(category, yen(rate), yen("20000"), yen("1818")));
        Original original = CreditNotes.original(billed, yen("20000"), billed);
        CreditNoteDocument note = CreditNotes.with(
                twoSacks(),
                List.of(line("1", gross, gross, category)),
                List.of(new TaxTotal(category, yen(rate), yen(gross), yen(tax))),
                yen(gross));

        assertThat(review(note, original).findings()).isEmpty();
    }

    @Test
    void taxRoundedForEachLineIsCalledThat() {
        List<TaxTotal> billed = List.of(new TaxTotal(TaxCategory.STANDARD, yen("10"), yen("450"), yen("45")));
        CreditNoteDocument note = CreditNotes.with(
                twoSacks(),
                Stream.of("15", "15", "15")
                        .map(amount -> line("1", amount, amount, TaxCategory.STANDARD))
                        .toList(),
                List.of(new TaxTotal(TaxCategory.STANDARD, yen("10"), yen("45"), yen("3"))),
                yen("48"));

        assertThat(review(note, CreditNotes.original(billed, yen("495"), billed))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("TAX_ROUNDED_PER_LINE");
    }

    @Test
    void whoGivesBackTheRestMayGiveBackARoundedUpYenOfTaxToo() {
        List<TaxTotal> roundedUp = List.of(new TaxTotal(TaxCategory.STANDARD, yen("10"), yen("45"), yen("5")));
        Original original = CreditNotes.original(roundedUp, yen("50"), roundedUp);

        assertThat(review(CreditNotes.of(TaxCategory.STANDARD, "10", "45", "5"), original)
                        .findings())
                .isEmpty();
        assertThat(review(CreditNotes.of(TaxCategory.STANDARD, "10", "45", "4"), original)
                        .findings())
                .isEmpty();
    }

    @Test
    void neverMoreThanEarlierCreditNotesLeft() {
        List<TaxTotal> left = List.of(
                new TaxTotal(TaxCategory.REDUCED, yen("8"), yen("7999"), yen("640")),
                CreditNotes.original().taxes().get(1));

        assertThat(review(
                                twoSacks(),
                                CreditNotes.original(CreditNotes.original().taxes(), yen("60790"), left))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("CREDIT_ABOVE_ORIGINAL");
                    assertThat(finding.expected()).isEqualTo("7999");
                    assertThat(finding.pointer()).isEqualTo("/taxes/0/taxable");
                });
    }

    private Review review(CreditNoteDocument document, Original original) {
        return policy.review(new CreditNoteFacts(document, original, Optional.of(Rounding.FLOOR), false));
    }
}
