package io.seikyu.command.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Samples;
import io.seikyu.command.account.AccountBook;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An invoice that is right and says all that an invoice can say, and each of its fields changed alone: what is found, and
 * where. A new field of the document fails here until it has its row.
 */
class MutationTableTest {
    private static final List<Row> TABLE = List.of(
            immaterial("/invoiceNumber", "'OTHER-1'", "any number is right that no other invoice has"),
            found("/accountId", "'a2'", "CONTRACT_NOT_FOUND", "/contractId"),
            found("/contractId", "'c9'", "CONTRACT_NOT_FOUND", "/contractId"),
            found("/kind", "'STANDARD'", "PERIOD_OVERLAP", "/lines/0"),
            found("/transactionFrom", "'2026-03-31'", "PERIOD_OVERLAP", "/lines/1"),
            found("/transactionTo", "'2026-05-01'", "DUE_DATE_MISMATCH", "/dueDate"),
            immaterial("/issueDate", "'2026-05-20'", "it says when it was written, and no contract says when that is"),
            found("/dueDate", "'2026-05-31'", "DUE_DATE_MISMATCH", "/dueDate"),
            found("/issuer/name", "'Aoba'", "QUALIFIED_INVOICE_ITEM_MISSING", "/issuer/name"),
            found(
                    "/issuer/registrationNumber",
                    "'T4011001098993'",
                    "REGISTRATION_NUMBER_INVALID",
                    "/issuer/registrationNumber"),
            found("/recipient/name", "'Kaede Foods'", "QUALIFIED_INVOICE_ITEM_MISSING", "/recipient/name"),
            found("/lines/0/kind", "'EXPENSE'", "EXPENSE_NOT_IN_CONTRACT", "/lines/0/code"),
            found("/lines/0/code", "'WHEAT'", "ITEM_NOT_IN_CONTRACT", "/lines/0/code"),
            immaterial("/lines/0/description", "'Rice from the north'", "the wording is free; a blank one is found"),
            found("/lines/0/description", "' '", "QUALIFIED_INVOICE_ITEM_MISSING", "/lines/0/description"),
            found("/lines/0/quantity", "'9'", "LINE_AMOUNT_MISMATCH", "/lines/0/amount"),
            found("/lines/0/unitPrice", "'4001'", "UNIT_PRICE_MISMATCH", "/lines/0/unitPrice"),
            found("/lines/0/amount", "'40001'", "LINE_AMOUNT_MISMATCH", "/lines/0/amount"),
            found("/lines/0/taxCategory", "'STANDARD'", "TAX_CATEGORY_MISMATCH", "/lines/0/taxCategory"),
            found("/lines/1/contractId", "'c9'", "CONTRACT_NOT_FOUND", "/lines/1/contractId"),
            found("/lines/0/deliveredOn", "'2026-05-01'", "QUALIFIED_INVOICE_ITEM_MISSING", "/lines/0/deliveredOn"),
            found("/lines/2/amount", "'991'", "LINE_AMOUNT_MISMATCH", "/lines/2/amount"),
            found("/adjustments/1/kind", "'ALLOWANCE'", "TAXABLE_AMOUNT_MISMATCH", "/taxes/1/taxable"),
            found("/adjustments/1/code", "'TAXI'", "EXPENSE_NOT_IN_CONTRACT", "/adjustments/1/code"),
            immaterial("/adjustments/0/code", "'BONUS'", "no contract names the allowances that may be made"),
            immaterial("/adjustments/1/description", "'By sea'", "the wording is free"),
            found("/adjustments/0/amount", "'999'", "TAXABLE_AMOUNT_MISMATCH", "/taxes/0/taxable"),
            found("/adjustments/1/taxCategory", "'REDUCED'", "TAX_CATEGORY_MISMATCH", "/adjustments/1/taxCategory"),
            found("/taxes/0/taxCategory", "'STANDARD'", "TAXABLE_AMOUNT_MISMATCH", "/taxes/0/taxable"),
            found("/taxes/0/rate", "'10'", "TAX_RATE_MISMATCH", "/taxes/0/rate"),
            found("/taxes/0/taxable", "'39001'", "TAXABLE_AMOUNT_MISMATCH", "/taxes/0/taxable"),
            found("/taxes/0/tax", "'3121'", "TAX_AMOUNT_MISMATCH", "/taxes/0/tax"),
            found("/total", "'59721'", "TOTAL_MISMATCH", "/total"),
            found("/prepaidRefs/0/receiptId", "'nowhere'", "PREPAID_NOT_COVERED", "/prepaidRefs/0"),
            found("/prepaidRefs/1/invoiceId", "'nowhere'", "PREPAID_NOT_COVERED", "/prepaidRefs/1"),
            found("/prepaidRefs/0/amount", "'721'", "TOTAL_MISMATCH", "/payable"),
            found("/prepaidRefs/0/amount", "'791'", "PREPAID_NOT_COVERED", "/prepaidRefs/0/amount"),
            found("/withholding", "'5616'", "TOTAL_MISMATCH", "/payable"),
            found("/payable", "'52386'", "TOTAL_MISMATCH", "/payable"),
            found("/precedingInvoices", "[]", "PERIOD_OVERLAP", "/lines/0"),
            found("/precedingInvoices", "['p0', 'nowhere']", "PRECEDING_INVOICE_NOT_FOUND", "/precedingInvoices/1"),
            found("/reservationId", "'other'", "RESERVATION_NOT_VALID", "/reservationId"));

    static Stream<Row> table() {
        return TABLE.stream();
    }

    @Test
    void theInvoiceIsRight() {
        assertThat(right().findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aFieldThatIsChangedAloneIsFoundByTheRightCode(Row row) {
        Review review = right().document(row.pointer(), row.json()).review();

        if (row.code() == null) {
            assertThat(review.findings()).as(row.why()).isEmpty();
        } else {
            assertThat(review.outcome()).isNotEqualTo(Outcome.APPROVED);
            assertThat(review.findings())
                    .extracting(Finding::code, Finding::pointer)
                    .contains(org.assertj.core.groups.Tuple.tuple(row.code(), row.at()));
        }
    }

    @Test
    void everyFieldOfTheDocumentHasItsRow() {
        Set<String> fields = new TreeSet<>();
        fields(InvoiceDocument.class, "", fields);
        Set<String> rows = new TreeSet<>();
        TABLE.forEach(row -> rows.add(row.pointer().replaceAll("/[0-9]+", "/*")));

        assertThat(rows).containsExactlyInAnyOrderElementsOf(fields);
    }

    /** Sold by a person under two contracts, with an allowance and a charge, paid in part before and withheld in part. */
    private static Facts right() {
        return new Facts()
                .book(AccountBook.EMPTY.with(
                        new CreditReserved("acme", "a1", "r", Samples.yen("60000"), Samples.TODAY)))
                .client("/corporate", "false")
                .contract("c2", Samples.terms())
                .prepaid("receipt/r1", "a1", "790")
                .prepaid("invoice/i0", "a1", "1000")
                .before("march", true, "/transactionFrom", "'2026-03-01'", "/transactionTo", "'2026-03-31'")
                .before(
                        "march-2",
                        true,
                        "/contractId",
                        "'c2'",
                        "/transactionTo",
                        "'2026-03-31'",
                        "/transactionFrom",
                        "'2026-03-01'")
                .before("i0", true, "/kind", "'ADVANCE'")
                .before("i9", true, "/kind", "'ADVANCE'")
                .before("p0", true, "/total", "'1'")
                .document(
                        "/kind",
                        "'FINAL'",
                        "/lines/0/deliveredOn",
                        "'2026-04-10'",
                        "/lines/1/contractId",
                        "'c2'",
                        "/adjustments",
                        "[{'kind':'ALLOWANCE','code':'REBATE','description':'-','amount':'1000',"
                                + "'taxCategory':'REDUCED'},{'kind':'CHARGE','code':'SHIPPING','description':'-',"
                                + "'amount':'9','taxCategory':'STANDARD'}]",
                        "/taxes/0/taxable",
                        "'39000'",
                        "/taxes/0/tax",
                        "'3120'",
                        "/taxes/1/taxable",
                        "'16000'",
                        "/taxes/1/tax",
                        "'1600'",
                        "/total",
                        "'59720'",
                        "/prepaidRefs",
                        "[{'receiptId':'r1','amount':'720'},{'invoiceId':'i0','amount':'1000'}]",
                        "/withholding",
                        "'5615'",
                        "/payable",
                        "'52385'",
                        "/precedingInvoices",
                        "['p0']",
                        "/reservationId",
                        "'r'");
    }

    private static void fields(Class<?> record, String prefix, Set<String> fields) {
        for (RecordComponent component : record.getRecordComponents()) {
            String at = prefix + "/" + component.getName();
            Type type = component.getGenericType();
            if (type instanceof ParameterizedType list) {
                Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
                if (element.isRecord()) {
                    fields(element, at + "/*", fields);
                } else {
                    fields.add(at);
                }
            } else if (((Class<?>) type).isRecord()) {
                fields((Class<?>) type, at, fields);
            } else {
                fields.add(at);
            }
        }
    }

    private static Row found(String pointer, String value, String code, String at) {
        return new Row(pointer, value, code, at, null);
    }

    private static Row immaterial(String pointer, String value, String why) {
        return new Row(pointer, value, null, null, why);
    }

    private record Row(String pointer, String value, String code, String at, String why) {
        String json() {
            return value.replace('\'', '"');
        }

        @Override
        public String toString() {
            return pointer + " = " + value + ": " + (code == null ? "nothing, for " + why : code + " at " + at);
        }
    }
}
