package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Where to begin to read: the main job from an empty directory, over HTTP, with the program in a process of its own. A
 * client company and its payer agree on a contract; an invoice comes in wrong, is corrected, issued and paid in two
 * parts; every step can be asked for afterwards.
 */
@Timeout(300)
class LifecycleIT {
    private static final String ADMIN = "sk_the-administrator-of-the-lifecycle-test";

    private static final String CLIENT = """
            {"clientId": "aoyama", "name": "株式会社青山", "registrationNumber": "T4234567890012", "corporate": true,
             "bankAccount": {"bank": "9990", "branch": "101", "kind": "1", "number": "1234567", "holder": "ｶ)ｱｵﾔﾏ"},
             "email": "billing@aoyama.example"}
            """;
    private static final String ACCOUNT = """
            {"accountId": "umi", "clientId": "aoyama", "name": "海野商店株式会社", "nameKana": "ウンノシヨウテン",
             "corporate": true}
            """;
    private static final String CONTRACT = """
            {"contractId": "hosting", "clientId": "aoyama", "accountId": "umi", "effectiveFrom": "2026-04-01",
             "pricesIncludeTax": false, "rounding": "FLOOR",
             "items": [{"code": "HOST", "description": "Hosting", "unitPrice": "10000", "taxCategory": "STANDARD"}],
             "expenses": [],
             "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM", "shift": "NEXT"},
             "lateInterest": {"rate": "14.6", "dayCount": "D365"},
             "transferFee": {"deductible": false, "cap": "880"},
             "claimHolder": "AGENT", "subcontractLaw": false}
            """;

    @TempDir
    private Path data;

    @Test
    void anInvoiceIsCorrectedIssuedAndPaidAndARestartInBetweenLosesNothing() throws Exception {
        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "aoyama")) {
            seikyu.post("/v1/clients", CLIENT);
            seikyu.post("/v1/accounts", ACCOUNT);
            seikyu.post("/v1/contracts", CONTRACT);

            JsonNode wrong = seikyu.post("/v1/invoices", invoice("inv-1", "9000", "27000", "2700", "29700"));
            assertThat(wrong.get("status").asString()).isEqualTo("DISCREPANT");
            assertThat(wrong.at("/findings/0/code").asString()).isEqualTo("UNIT_PRICE_MISMATCH");
            assertThat(wrong.at("/findings/0/expected").asString()).isEqualTo("10000");

            JsonNode right = seikyu.post(
                    "/v1/invoices/inv-1/corrections", correction(invoice(null, "10000", "30000", "3000", "33000")));
            assertThat(right.get("status").asString()).isEqualTo("APPROVED");
            assertThat(right.get("findings")).isEmpty();
        }

        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "aoyama")) {
            long issued = seikyu.positionAfter("/v1/invoices/inv-1/issue", "{}");
            assertThat(seikyu.get("/v1/invoices/inv-1?atLeast=" + issued)
                            .get("balance")
                            .asString())
                    .isEqualTo("33000");

            seikyu.post("/v1/receipts", receipt("rcp-1", "13000", "2026-07-20"));
            long paid = seikyu.positionAfter("/v1/receipts", receipt("rcp-2", "20000", "2026-07-31"));

            JsonNode invoice = seikyu.get("/v1/invoices/inv-1?atLeast=" + paid);
            assertThat(invoice.get("status").asString()).isEqualTo("PAID");
            assertThat(invoice.get("balance").asString()).isEqualTo("0");
            assertThat(invoice.at("/payments/0/balance").asString()).isEqualTo("20000");
            assertThat(invoice.at("/versions/0/document/total").asString()).isEqualTo("29700");
            assertThat(invoice.at("/versions/1/document/total").asString()).isEqualTo("33000");
            assertThat(seikyu.get("/v1/receipts/rcp-1?atLeast=" + paid)
                            .get("status")
                            .asString())
                    .isEqualTo("ALLOCATED");

            assertThat(story(seikyu))
                    .containsExactly(
                            "invoice.submitted",
                            "invoice.reviewed",
                            "invoice.discrepancy-found",
                            "invoice.corrected",
                            "invoice.reviewed",
                            "invoice.approved",
                            "invoice.issued",
                            "invoice.delivery-requested",
                            "invoice.payment-received",
                            "invoice.payment-received",
                            "invoice.paid");
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAndTheViewsAreBuiltAnew() throws Exception {
        long acknowledged;
        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "aoyama")) {
            seikyu.post("/v1/clients", CLIENT);
            seikyu.post("/v1/accounts", ACCOUNT);
            seikyu.post("/v1/contracts", CONTRACT);
            acknowledged = seikyu.positionAfter("/v1/invoices", invoice("inv-1", "10000", "30000", "3000", "33000"));
            seikyu.kill();
        }

        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "aoyama")) {
            JsonNode invoice = seikyu.get("/v1/invoices/inv-1?atLeast=" + acknowledged);
            assertThat(invoice.get("status").asString()).isEqualTo("APPROVED");
            assertThat(seikyu.get("/v1/contracts/hosting?atLeast=" + acknowledged)
                            .at("/items/0/unitPrice")
                            .asString())
                    .isEqualTo("10000");
            assertThat(story(seikyu)).containsExactly("invoice.submitted", "invoice.reviewed", "invoice.approved");
        }
    }

    private static List<String> story(SeikyuProcess seikyu) {
        List<String> types = new ArrayList<>();
        seikyu.get("/v1/audit/streams/invoice/inv-1")
                .get("items")
                .forEach(event -> types.add(event.get("type").asString()));
        return types;
    }

    /** Three months of hosting. */
    private static String invoice(String id, String unitPrice, String amount, String tax, String total) {
        return """
            {%s"invoiceNumber": "A-1", "clientId": "aoyama", "accountId": "umi", "contractId": "hosting",
             "transactionFrom": "2026-06-01", "transactionTo": "2026-06-30",
             "issueDate": "2026-06-30", "dueDate": "2026-07-31",
             "issuer": {"name": "株式会社青山", "registrationNumber": "T4234567890012"},
             "recipient": {"name": "海野商店株式会社"},
             "lines": [{"kind": "ITEM", "code": "HOST", "description": "Hosting", "quantity": "3",
                        "unitPrice": "%s", "amount": "%s", "taxCategory": "STANDARD"}],
             "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "%s", "tax": "%s"}],
             "total": "%s"}
            """.formatted(
                        id == null ? "" : "\"invoiceId\": \"" + id + "\", ", unitPrice, amount, amount, tax, total);
    }

    private static String correction(String invoice) {
        return invoice.strip().replaceFirst("\\}$", ", \"reason\": \"the contract's price\"}");
    }

    private static String receipt(String id, String amount, String bookedOn) {
        return """
            {"receiptId": "%s", "clientId": "aoyama", "bookedOn": "%s", "amount": "%s", "payerName": "ｳﾝﾉｼﾖｳﾃﾝ(ｶ",
             "method": "TRANSFER", "invoiceId": "inv-1"}
            """.formatted(id, bookedOn, amount);
    }
}
