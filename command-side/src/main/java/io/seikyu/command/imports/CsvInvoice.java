package io.seikyu.command.imports;

import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.web.problem.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The records of one invoice, turned into the body of {@code POST /v1/invoices}. */
final class CsvInvoice {
    private static final TypeReference<List<Map<String, String>>> RECORDS = new TypeReference<>() {};

    private final TaxRates rates;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<CsvColumn, String> whole = new HashMap<>();
    private final ObjectNode body = JsonMapper.shared().createObjectNode();

    private CsvInvoice(TaxRates rates) {
        this.rates = rates;
    }

    /** @param text as {@link CsvGroup#text} writes it */
    static CsvInvoice of(String text, TaxRates rates) {
        CsvInvoice invoice = new CsvInvoice(rates);
        invoice.read(JsonMapper.shared().readValue(text, RECORDS));
        return invoice;
    }

    ObjectNode body() {
        return body;
    }

    /** What is wrong with the records as such, whatever the body says. */
    List<Fault> faults() {
        return faults;
    }

    private void read(List<Map<String, String>> records) {
        ArrayNode lines = JsonMapper.shared().createArrayNode();
        ArrayNode adjustments = JsonMapper.shared().createArrayNode();
        for (Map<String, String> record : records) {
            if (record.containsKey(CsvGroup.SUPERFLUOUS)) {
                faults.add(new Fault("", "too-many", "a record has more values than the header has names"));
            }
            record.forEach((name, value) -> {
                if (!name.equals(CsvGroup.SUPERFLUOUS)
                        && !CsvColumn.valueOf(name).ofLine()) {
                    ofInvoice(CsvColumn.valueOf(name), value);
                }
            });
            line(record, lines, adjustments);
        }
        invoice();
        body.set("lines", lines);
        if (!adjustments.isEmpty()) {
            body.set("adjustments", adjustments);
        }
        body.set("taxes", taxes());
    }

    private void ofInvoice(CsvColumn column, String value) {
        String before = whole.putIfAbsent(column, value);
        if (before != null && !before.equals(value)) {
            faults.add(new Fault(
                    "/" + column.english(), "contradicting", "the records of one invoice say different things"));
        }
    }

    private void invoice() {
        for (CsvColumn column : List.of(
                CsvColumn.INVOICE_ID,
                CsvColumn.CLIENT_ID,
                CsvColumn.INVOICE_NUMBER,
                CsvColumn.ACCOUNT_ID,
                CsvColumn.CONTRACT_ID,
                CsvColumn.RESERVATION_ID)) {
            put(body, column.english(), text(whole.get(column), "/" + column.english()));
        }
        put(body, "kind", CsvWords.kind(whole.get(CsvColumn.KIND)));
        for (CsvColumn column : List.of(
                CsvColumn.TRANSACTION_FROM, CsvColumn.TRANSACTION_TO, CsvColumn.ISSUE_DATE, CsvColumn.DUE_DATE)) {
            put(body, column.english(), CsvWords.date(whole.get(column)));
        }
        for (CsvColumn column : List.of(CsvColumn.TOTAL, CsvColumn.WITHHOLDING, CsvColumn.PAYABLE)) {
            put(body, column.english(), CsvWords.amount(whole.get(column)));
        }
        ObjectNode issuer = body.putObject("issuer");
        put(issuer, "name", text(whole.get(CsvColumn.ISSUER_NAME), "/issuer/name"));
        put(
                issuer,
                "registrationNumber",
                text(whole.get(CsvColumn.ISSUER_REGISTRATION_NUMBER), "/issuer/registrationNumber"));
        put(body.putObject("recipient"), "name", text(whole.get(CsvColumn.RECIPIENT_NAME), "/recipient/name"));
    }

    private void line(Map<String, String> record, ArrayNode lines, ArrayNode adjustments) {
        String kind = CsvWords.lineKind(record.get(CsvColumn.LINE_KIND.name()));
        boolean adjustment = kind.equals("ALLOWANCE") || kind.equals("CHARGE");
        ArrayNode list = adjustment ? adjustments : lines;
        String at = (adjustment ? "/adjustments/" : "/lines/") + list.size();
        ObjectNode line = list.addObject();
        put(line, "kind", kind);
        put(line, "code", text(record.get(CsvColumn.CODE.name()), at + "/code"));
        put(line, "description", text(record.get(CsvColumn.DESCRIPTION.name()), at + "/description"));
        put(line, "amount", CsvWords.amount(record.get(CsvColumn.AMOUNT.name())));
        put(line, "taxCategory", CsvWords.taxCategory(record.get(CsvColumn.TAX_CATEGORY.name())));
        if (!adjustment) {
            put(line, "quantity", CsvWords.amount(record.get(CsvColumn.QUANTITY.name())));
            put(line, "unitPrice", CsvWords.amount(record.get(CsvColumn.UNIT_PRICE.name())));
            put(line, "contractId", text(record.get(CsvColumn.LINE_CONTRACT_ID.name()), at + "/contractId"));
            put(line, "deliveredOn", CsvWords.date(record.get(CsvColumn.DELIVERED_ON.name())));
        }
    }

    private ArrayNode taxes() {
        ArrayNode taxes = JsonMapper.shared().createArrayNode();
        tax(taxes, TaxCategory.STANDARD, CsvColumn.STANDARD_TAXABLE, CsvColumn.STANDARD_RATE, CsvColumn.STANDARD_TAX);
        tax(taxes, TaxCategory.REDUCED, CsvColumn.REDUCED_TAXABLE, CsvColumn.REDUCED_RATE, CsvColumn.REDUCED_TAX);
        tax(taxes, TaxCategory.EXEMPT, CsvColumn.EXEMPT_TAXABLE, null, null);
        tax(taxes, TaxCategory.ZERO, CsvColumn.ZERO_TAXABLE, null, null);
        tax(taxes, TaxCategory.OUT_OF_SCOPE, CsvColumn.OUT_OF_SCOPE_TAXABLE, null, null);
        return taxes;
    }

    private void tax(
            ArrayNode taxes,
            TaxCategory category,
            CsvColumn taxable,
            @Nullable CsvColumn rate,
            @Nullable CsvColumn tax) {
        boolean taxed = rate != null && tax != null;
        if (!whole.containsKey(taxable) && !(taxed && whole.containsKey(tax))) {
            return;
        }
        ObjectNode entry = taxes.addObject();
        put(entry, "taxCategory", category.name());
        put(entry, "taxable", CsvWords.amount(whole.get(taxable)));
        put(entry, "rate", taxed ? rate(category, whole.get(rate)) : "0");
        put(entry, "tax", taxed ? CsvWords.amount(whole.get(tax)) : "0");
    }

    /** The lawful one where the file says none. */
    private @Nullable String rate(TaxCategory category, @Nullable String said) {
        if (said != null) {
            return CsvWords.amount(said);
        }
        try {
            String day = CsvWords.date(whole.get(CsvColumn.TRANSACTION_TO));
            return day == null
                    ? null
                    : rates.on(LocalDate.parse(day), category).percent().toPlainString();
        } catch (DateTimeException | DatedDataMissingException e) {
            return null;
        }
    }

    private @Nullable String text(@Nullable String value, String at) {
        String plain = CsvWords.unwrapped(value);
        if (plain != null && CsvWords.isFormula(plain)) {
            faults.add(new Fault(at, "formula", "begins like a formula of a spreadsheet: put another character first"));
        }
        return plain;
    }

    private static void put(ObjectNode into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, value);
        }
    }
}
