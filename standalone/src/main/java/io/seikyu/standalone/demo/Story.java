package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import io.seikyu.standalone.demo.Outcome.Finding;
import io.seikyu.standalone.demo.Outcome.Review;
import io.seikyu.standalone.demo.Samples.Expectation;
import io.seikyu.standalone.demo.Samples.Next;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The main job on the samples: master data, invoices and their reviews, what people do about them, money. Each part is
 * played by a key of its own, because who hands an invoice in may not approve it.
 */
final class Story {
    private final Samples samples = new Samples();
    private final Api api;
    private final As admin;
    private final Consumer<String> progress;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, JsonNode> receipts = new LinkedHashMap<>();
    private final Map<String, String> holders = new LinkedHashMap<>();

    private BigDecimal kept = BigDecimal.ZERO;
    private As integration;
    private As operator;
    private As reviewer;

    Story(Api api, String adminKey, Consumer<String> progress) {
        this.api = api;
        this.admin = api.as(adminKey, client());
        this.progress = progress;
    }

    void run() {
        masterData();
        keys();
        handIn();
        decide();
        moneyComesIn();
        ask();
    }

    /** By id, in the order in which they were handed in. */
    Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /** What was answered to each receipt, by its id. */
    Map<String, JsonNode> receipts() {
        return receipts;
    }

    /** Money that no invoice took. */
    BigDecimal keptAsCredit() {
        return kept;
    }

    As admin() {
        return admin;
    }

    /** The client company's own system, once the story has begun. */
    As integration() {
        return integration;
    }

    /** Who holds which key, by the key's id, as events name it. */
    Map<String, String> holders() {
        return holders;
    }

    /** Everything that happened to an invoice, from the log. */
    JsonNode auditOf(String invoiceId) {
        return admin.get("/v1/audit/streams/" + client() + "/invoice/" + invoiceId);
    }

    private String client() {
        return samples.client().get("clientId").asString();
    }

    private void masterData() {
        admin.postOnce("client", "/v1/clients", samples.client());
        progress.accept("the client company " + samples.client().get("name").asString());
        for (JsonNode account : samples.accounts()) {
            admin.postOnce("account-" + account.get("accountId").asString(), "/v1/accounts", account);
        }
        for (JsonNode contract : samples.contracts()) {
            admin.postOnce("contract-" + contract.get("contractId").asString(), "/v1/contracts", contract);
        }
        progress.accept(
                samples.accounts().size() + " payers and " + samples.contracts().size() + " contracts");
    }

    private void keys() {
        integration = key("the client's system", Map.of("roles", List.of("INTEGRATION"), "clientId", client()));
        operator = key("an operator", Map.of("roles", List.of("OPERATOR")));
        reviewer = key("a reviewer", Map.of("roles", List.of("REVIEWER")));
        progress.accept("a key each for the client's system, an operator and a reviewer");
    }

    private As key(String holder, Map<String, Object> wanted) {
        JsonNode answer = admin.post("/v1/api-keys", wanted);
        holders.put(answer.get("keyId").asString(), holder);
        return api.as(answer.get("key").asString(), client());
    }

    private void handIn() {
        Map<String, String> payers = new LinkedHashMap<>();
        samples.accounts()
                .forEach(account -> payers.put(
                        account.get("accountId").asString(), account.get("name").asString()));
        List<Expectation> all = samples.expectations();
        for (Expectation expectation : all) {
            String id = expectation.invoiceId();
            JsonNode invoice = samples.invoice(id);
            JsonNode answer = integration.postOnce("submit-" + id, "/v1/invoices", invoice);
            outcomes.put(
                    id,
                    new Outcome(
                            id,
                            invoice.get("invoiceNumber").asString(),
                            payers.get(invoice.get("accountId").asString()),
                            amount(invoice, "total"),
                            review(answer)));
            if (outcomes.size() % 10 == 0) {
                progress.accept(outcomes.size() + " of " + all.size() + " invoices handed in and reviewed");
            }
        }
    }

    private void decide() {
        Map<Next, Integer> done = new EnumMap<>(Next.class);
        for (Expectation expectation : samples.expectations()) {
            act(expectation, outcomes.get(expectation.invoiceId()));
            done.merge(expectation.next(), 1, Integer::sum);
        }
        progress.accept(done.get(Next.ISSUE) + " issued at once, " + done.get(Next.CORRECT) + " corrected and issued, "
                + done.get(Next.APPROVE) + " approved by a person, " + done.get(Next.REJECT) + " rejected, "
                + done.get(Next.CANCEL) + " cancelled, " + done.get(Next.WAIT) + " waiting");
    }

    private void act(Expectation expectation, Outcome outcome) {
        String id = expectation.invoiceId();
        switch (expectation.next()) {
            case ISSUE -> issue(outcome);
            case CORRECT -> {
                JsonNode answer = integration.postOnce(
                        "correct-" + id, "/v1/invoices/" + id + "/corrections", samples.correction(id));
                outcome.then("corrected");
                List<String> left = review(answer).codes();
                if (!left.isEmpty()) {
                    outcome.then("still " + String.join(" ", left));
                }
                issue(outcome);
            }
            case APPROVE -> {
                decision(id, "APPROVE", expectation.reason());
                outcome.then("approved by a person");
                issue(outcome);
            }
            case REJECT -> {
                decision(id, "REJECT", expectation.reason());
                outcome.then("rejected");
            }
            case CANCEL -> {
                operator.post("/v1/invoices/" + id + "/cancellation", Map.of("reason", expectation.reason()));
                outcome.then("cancelled");
            }
            case WAIT ->
                outcome.then(
                        outcome.review().status().equals("IN_REVIEW")
                                ? "waits for a reviewer"
                                : "waits for the client company");
        }
    }

    private void decision(String id, String decision, String reason) {
        reviewer.post("/v1/invoices/" + id + "/decision", Map.of("decision", decision, "reason", reason));
    }

    private void issue(Outcome outcome) {
        JsonNode answer = operator.post("/v1/invoices/" + outcome.invoiceId() + "/issue", Map.of());
        outcome.issued(amount(answer, "balance"));
    }

    private void moneyComesIn() {
        for (JsonNode receipt : samples.receipts()) {
            String id = receipt.get("receiptId").asString();
            JsonNode answer = operator.postOnce("receipt-" + id, "/v1/receipts", receipt);
            receipts.put(id, answer);
            BigDecimal allocated = allocated(answer);
            kept = kept.add(amount(receipt, "amount").subtract(allocated));
            outcomes.get(receipt.get("invoiceId").asString())
                    .paid(allocated, answer.get("status").asString().equals("ALLOCATED"));
        }
        progress.accept(receipts.size() + " receipts booked");
    }

    private static BigDecimal allocated(JsonNode answer) {
        return StreamSupport.stream(answer.get("allocations").spliterator(), false)
                .map(allocation -> amount(allocation, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode json, String field) {
        return new BigDecimal(json.get(field).asString());
    }

    /** By the other side, which says in its answers which position it has seen. */
    private void ask() {
        for (Outcome outcome : outcomes.values()) {
            JsonNode view = operator.get("/v1/invoices/" + outcome.invoiceId() + "?atLeast=" + api.position());
            outcome.is(view.get("invoiceNumber").asString(), view.get("status").asString(), amount(view, "balance"));
        }
        progress.accept("the query side has seen position " + api.position());
    }

    /** What an answer to a command says of the review; nothing where it made none. */
    static Review review(JsonNode answer) {
        return new Review(
                answer.path("status").asString(""),
                StreamSupport.stream(answer.path("findings").spliterator(), false)
                        .map(finding -> new Finding(
                                finding.get("code").asString(),
                                finding.get("pointer").asString(),
                                finding.path("expected").asString("-"),
                                finding.path("actual").asString("-"),
                                finding.get("message").asString()))
                        .toList());
    }
}
