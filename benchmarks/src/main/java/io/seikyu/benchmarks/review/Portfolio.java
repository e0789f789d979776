package io.seikyu.benchmarks.review;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client company with payers, one contract each, and invoices that are right: of each payer one a day, alike but not
 * the same. The numbers are made, not drawn, so every run has the same ones.
 */
public final class Portfolio {
    public static final String CLIENT = "bench";

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final PaymentTerms TERMS = new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT);
    private static final String ISSUER = "株式会社計測商会";
    private static final String NUMBER = "T7123456789012";

    private final int payers;
    private final BankCalendar calendar = BankCalendar.japan();

    public Portfolio(int payers) {
        this.payers = payers;
    }

    public int payers() {
        return payers;
    }

    public Map<String, Object> client() {
        return Map.of(
                "clientId",
                CLIENT,
                "name",
                ISSUER,
                "registrationNumber",
                NUMBER,
                "corporate",
                true,
                "email",
                "billing@bench.example",
                "bankAccount",
                Map.of("bank", "9990", "branch", "101", "kind", "1", "number", "1234567", "holder", "ｶ)ｹｲｿｸ"));
    }

    public Map<String, Object> payer(int payer) {
        return Map.of(
                "accountId",
                "p" + payer,
                "clientId",
                CLIENT,
                "name",
                name(payer),
                "nameKana",
                "カ）ケイソク" + payer,
                "corporate",
                true);
    }

    private static String name(int payer) {
        return "計測" + payer + "株式会社";
    }

    public Map<String, Object> contract(int payer) {
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("contractId", "c" + payer);
        contract.put("clientId", CLIENT);
        contract.put("accountId", "p" + payer);
        contract.put("effectiveFrom", FIRST_DAY.toString());
        contract.put("pricesIncludeTax", false);
        contract.put("rounding", "FLOOR");
        contract.put(
                "items",
                List.of(
                        item("SVC", "保守サービス", 12_000, "STANDARD"),
                        item("WTR", "飲料水 20L", 1_200, "REDUCED"),
                        item("BOX", "折箱 50枚", 1_985, "STANDARD")));
        contract.put("expenses", List.of());
        contract.put("terms", Map.of("closingDay", "EOM", "monthOffset", 1, "payDay", "EOM", "shift", "NEXT"));
        contract.put("lateInterest", Map.of("dayCount", "D365"));
        contract.put("transferFee", Map.of("deductible", false, "cap", "880"));
        contract.put("claimHolder", "AGENT");
        contract.put("subcontractLaw", false);
        return contract;
    }

    private static Map<String, Object> item(String code, String description, int price, String category) {
        return Map.of("code", code, "description", description, "unitPrice", "" + price, "taxCategory", category);
    }

    /** The invoice of that number: payers take turns, so each payer's invoices follow one another day by day. */
    public Map<String, Object> invoice(int number) {
        int payer = number % payers;
        int day = number / payers;
        LocalDate on = FIRST_DAY.plusDays(day);
        int boxes = 10 + number % 7;
        int standard = 12_000 + 1_985 * boxes;
        int reduced = 1_200 * (6 + day % 3);
        int standardTax = standard / 10;
        int reducedTax = reduced * 8 / 100;
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("invoiceId", "i" + number);
        invoice.put("invoiceNumber", "B-" + number);
        invoice.put("clientId", CLIENT);
        invoice.put("accountId", "p" + payer);
        invoice.put("contractId", "c" + payer);
        invoice.put("transactionFrom", on.toString());
        invoice.put("transactionTo", on.toString());
        invoice.put("issueDate", on.toString());
        invoice.put("dueDate", TERMS.dueDate(on, calendar).toString());
        invoice.put("issuer", Map.of("name", ISSUER, "registrationNumber", NUMBER));
        invoice.put("recipient", Map.of("name", name(payer)));
        List<Object> lines = new ArrayList<>();
        lines.add(line("SVC", "保守サービス", 1, 12_000, "STANDARD"));
        lines.add(line("WTR", "飲料水 20L", 6 + day % 3, 1_200, "REDUCED"));
        lines.add(line("BOX", "折箱 50枚", boxes, 1_985, "STANDARD"));
        invoice.put("lines", lines);
        invoice.put(
                "taxes", List.of(tax("STANDARD", 10, standard, standardTax), tax("REDUCED", 8, reduced, reducedTax)));
        invoice.put("total", "" + (standard + standardTax + reduced + reducedTax));
        return invoice;
    }

    private static Map<String, Object> line(String code, String description, int quantity, int price, String category) {
        return Map.of(
                "kind",
                "ITEM",
                "code",
                code,
                "description",
                description,
                "quantity",
                "" + quantity,
                "unitPrice",
                "" + price,
                "amount",
                "" + quantity * price,
                "taxCategory",
                category);
    }

    private static Map<String, Object> tax(String category, int rate, int taxable, int tax) {
        return Map.of("taxCategory", category, "rate", "" + rate, "taxable", "" + taxable, "tax", "" + tax);
    }
}
