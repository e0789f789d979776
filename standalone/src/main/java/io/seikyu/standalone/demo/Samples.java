package io.seikyu.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code samples/}, which are packed into this module: bodies of calls, and what is expected of them. */
final class Samples {
    private static final JsonMapper JSON = JsonMapper.shared();

    JsonNode client() {
        return read("client.json");
    }

    List<JsonNode> accounts() {
        return elements(read("accounts.json"));
    }

    List<JsonNode> contracts() {
        return elements(read("contracts.json"));
    }

    JsonNode invoice(String id) {
        return read("invoices/" + id + ".json");
    }

    JsonNode correction(String id) {
        return read("corrections/" + id + ".json");
    }

    List<JsonNode> receipts() {
        return elements(read("receipts.json"));
    }

    /** The account that the bank's file tells of. */
    JsonNode bankAccount() {
        return read("bank/account.json");
    }

    /** 全銀 01, as the bank made it. */
    byte[] bankFile() {
        return bytes("bank/zengin-01.txt");
    }

    /** Files of invoices, in the order in which they are handed in. */
    List<ImportFile> imports() {
        return List.of(
                new ImportFile("invoices.csv", "text/csv", bytes("imports/invoices.csv")),
                new ImportFile("invoices.ndjson", "application/x-ndjson", bytes("imports/invoices.ndjson")),
                new ImportFile("jp-pint.xml", "application/xml", bytes("imports/jp-pint.xml")));
    }

    /** What brings a finding about. */
    Scenario scenario(String code) {
        return JSON.treeToValue(read("findings/" + code + "/scenario.json"), Scenario.class);
    }

    JsonNode body(String code, Call call) {
        return read("findings/" + code + "/" + call.body());
    }

    List<Expectation> expectations() {
        return elements(read("expected.json").get("invoices")).stream()
                .map(json -> JSON.treeToValue(json, Expectation.class))
                .toList();
    }

    List<ExpectedReceipt> expectedReceipts() {
        return elements(read("expected.json").get("receipts")).stream()
                .map(json -> JSON.treeToValue(json, ExpectedReceipt.class))
                .toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode read(String file) {
        return JSON.readTree(bytes(file));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("samples/" + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with an invoice once it was reviewed. */
    enum Next {
        ISSUE,
        CORRECT,
        APPROVE,
        REJECT,
        CANCEL,
        WAIT
    }

    /**
     * What a review has to say of a sample, and what becomes of it.
     *
     * @param findings codes, in no order
     * @param why      what is wrong, in words; absent when nothing is
     * @param reason   a person's, where {@code next} needs one
     * @param balance  at the end, absent when it was never issued
     */
    record Expectation(
            String invoiceId,
            String submitted,
            List<String> findings,
            String why,
            Next next,
            String reason,
            String end,
            String balance) {}

    /** A body of {@code POST /v1/invoices:import}. */
    record ImportFile(String name, String contentType, byte[] content) {}

    /**
     * What brings a finding about.
     *
     * @param why   what is wrong, in words
     * @param calls one after the other; the last one's answer carries the finding
     */
    record Scenario(String why, List<Call> calls, JsonNode finding) {}

    /** @param body a file beside the scenario */
    record Call(String post, String body) {}

    /** How the money of a receipt is used. */
    record ExpectedReceipt(String receiptId, String allocated, String unapplied) {}
}
