package io.seikyu.command.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a CSV file: their names in a header, in English and in Japanese. */
enum CsvColumn {
    INVOICE_NUMBER("invoiceNumber", "請求書番号", true),
    INVOICE_ID("invoiceId", "請求書ID", false),
    CLIENT_ID("clientId", "請求元ID", false),
    ACCOUNT_ID("accountId", "請求先ID", true),
    CONTRACT_ID("contractId", "契約ID", true),
    KIND("kind", "請求種別", false),
    TRANSACTION_FROM("transactionFrom", "取引開始日", true),
    TRANSACTION_TO("transactionTo", "取引終了日", true),
    ISSUE_DATE("issueDate", "発行日", true),
    DUE_DATE("dueDate", "支払期限", true),
    ISSUER_NAME("issuerName", "発行者名", true),
    ISSUER_REGISTRATION_NUMBER("issuerRegistrationNumber", "登録番号", false),
    RECIPIENT_NAME("recipientName", "宛名", true),
    LINE_KIND("lineKind", "明細区分", false),
    CODE("code", "品目コード", true),
    DESCRIPTION("description", "品名", true),
    QUANTITY("quantity", "数量", true),
    UNIT_PRICE("unitPrice", "単価", true),
    AMOUNT("amount", "金額", true),
    TAX_CATEGORY("taxCategory", "税区分", true),
    LINE_CONTRACT_ID("lineContractId", "明細契約ID", false),
    DELIVERED_ON("deliveredOn", "納品日", false),
    STANDARD_TAXABLE("standardTaxable", "標準税率対象額", false),
    STANDARD_RATE("standardRate", "標準税率", false),
    STANDARD_TAX("standardTax", "標準税率消費税額", false),
    REDUCED_TAXABLE("reducedTaxable", "軽減税率対象額", false),
    REDUCED_RATE("reducedRate", "軽減税率", false),
    REDUCED_TAX("reducedTax", "軽減税率消費税額", false),
    EXEMPT_TAXABLE("exemptTaxable", "非課税対象額", false),
    ZERO_TAXABLE("zeroTaxable", "免税対象額", false),
    OUT_OF_SCOPE_TAXABLE("outOfScopeTaxable", "不課税対象額", false),
    TOTAL("total", "請求金額", true),
    WITHHOLDING("withholding", "源泉徴収税額", false),
    PAYABLE("payable", "差引支払額", false),
    RESERVATION_ID("reservationId", "与信予約ID", false);

    private static final Map<String, CsvColumn> BY_NAME = Arrays.stream(values())
            .flatMap(column -> Stream.of(column.english, column.japanese).map(name -> Map.entry(folded(name), column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String english;
    private final String japanese;
    private final boolean required;

    CsvColumn(String english, String japanese, boolean required) {
        this.english = english;
        this.japanese = japanese;
        this.required = required;
    }

    /** As a header names it; width, case and spaces do not count. */
    static Optional<CsvColumn> named(String header) {
        return Optional.ofNullable(BY_NAME.get(folded(header)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    String english() {
        return english;
    }

    String japanese() {
        return japanese;
    }

    /** Whether a header without it is refused. */
    boolean required() {
        return required;
    }

    /** Whether it says something of a line; the others say something of the invoice. */
    boolean ofLine() {
        return ordinal() >= LINE_KIND.ordinal() && ordinal() <= DELIVERED_ON.ordinal();
    }
}
