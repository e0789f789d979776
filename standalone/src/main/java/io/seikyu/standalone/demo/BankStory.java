package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The bank's file: every transfer becomes a receipt, once, and the account is known up to the file's last day. */
final class BankStory {
    private static final String FILE = "zengin-01.txt";

    private final As operator;
    private final Consumer<String> progress;

    BankStory(As operator, Consumer<String> progress) {
        this.operator = operator;
        this.progress = progress;
    }

    /**
     * @param payer  as the bank names it; {@code -} where the row is no transfer
     * @param amount yen
     * @param became of the record, e.g. {@code UNMATCHED}
     * @param paid   the invoices that took it
     */
    record Row(String source, String payer, String amount, String became, String paid) {}

    List<Row> run() {
        Samples samples = new Samples();
        operator.postOnce("bank-account", "/v1/bank-accounts", samples.bankAccount());
        String job = operator.post("/v1/receipts:import?format=zengin-01", "text/plain", samples.bankFile())
                .get("jobId")
                .asString();
        new WatchedJob(operator, progress).ended(FILE, job);
        List<Row> rows = new ArrayList<>();
        operator.get("/v1/jobs/" + job + "/rows").get("items").forEach(row -> rows.add(row(row)));
        return rows;
    }

    private Row row(JsonNode row) {
        String source = row.get("source").asString();
        String outcome = row.get("outcome").asString();
        if (!row.has("id")) {
            return new Row(source, "-", "-", outcome, row.path("number").asString("-"));
        }
        JsonNode receipt = operator.get("/v1/receipts/" + row.get("id").asString() + "?atLeast=" + operator.position());
        String invoices = StreamSupport.stream(receipt.get("allocations").spliterator(), false)
                .map(allocation -> allocation.get("invoiceId").asString())
                .collect(Collectors.joining(" "));
        return new Row(
                source,
                receipt.get("payerName").asString(),
                receipt.get("amount").asString(),
                outcome,
                invoices.isEmpty() ? "-" : invoices);
    }
}
