package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.standalone.HostileRequests.Hostile;
import io.seikyu.standalone.Wire.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent that should not be: a 4xx that says what is wrong, nothing changed, and the heap stays flat. {@code
 * -Dseikyu.requests=100000} sends more; {@code -Dseikyu.seed=…} sends the same again.
 */
class HostileRequestsIT {
    private static final int REQUESTS = Integer.getInteger("seikyu.requests", 2_000);
    private static final long SEED = Long.getLong("seikyu.seed", System.nanoTime());
    private static final int PARTS = 10;
    private static final long HEAP_SLACK = 64L << 20;

    @TempDir
    private Path data;

    @Test
    void refusesEveryHostileRequestAndStaysAsItWas() throws IOException {
        System.out.println("hostile requests: " + REQUESTS + ", seed " + SEED);
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            Map<String, JsonNode> accepted = acceptedBy(seikyu);
            HostileRequests requests = new HostileRequests(new Random(SEED), seikyu.admin, accepted);
            long head = headAtRest(seikyu.log());
            Map<Integer, Integer> statuses = new TreeMap<>();
            long early = 0;
            for (int part = 0; part < PARTS; part++) {
                for (int i = 0; i < REQUESTS / PARTS; i++) {
                    Hostile hostile = requests.next();
                    Answer answer = Wire.exchange(seikyu.port(), hostile.bytes());
                    assertRefused(hostile, answer);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    assertThat(seikyu.log().head()).as(hostile.kind()).isEqualTo(head);
                }
                long used = usedHeap();
                early = part == 1 ? used : early;
                System.out.println(
                        "after " + (part + 1) * (REQUESTS / PARTS) + ": " + (used >> 20) + " MB, " + statuses);
                assertThat(part <= 1 ? 0 : used - early)
                        .as("growth of the heap")
                        .isLessThan(HEAP_SLACK);
            }
            assertStillAnswers(seikyu, accepted);
        }
    }

    /** What the program does by itself at its start, and what it sends of what was accepted, has been noted by then. */
    private static long headAtRest(EventLog log) {
        long head = log.head();
        while (log.await(head + 1, Duration.ofSeconds(2))) {
            head = log.head();
        }
        return head;
    }

    private static void assertRefused(Hostile hostile, Answer answer) {
        if (hostile.mayBeUnanswered() && answer.isSilence()) {
            return;
        }
        String what = hostile.kind() + " → " + answer.text();
        assertThat(answer.status()).as(what).isBetween(400, 499);
        assertThat(answer.head()).as(what).containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(answer.text())
                .as(what)
                .doesNotContain("Exception", "\tat ", "io.seikyu.", "org.springframework", "Tomcat", "java.lang");
        if (!answer.body().isEmpty()) {
            assertProblem(hostile, JsonMapper.shared().readTree(answer.body()), what);
        }
    }

    private static void assertProblem(Hostile hostile, JsonNode problem, String what) {
        assertThat(problem.path("detail").asString("")).as(what).isNotBlank();
        assertThat(problem.path("code").asString("")).as(what).isNotBlank();
        if (hostile.pointer() != null) {
            assertThat(problem.path("status").intValue()).as(what).isEqualTo(422);
            List<String> pointers = problem.path("errors")
                    .valueStream()
                    .map(fault -> fault.path("pointer").asString(""))
                    .toList();
            if (hostile.pointer().equals("*")) {
                assertThat(pointers).as(what).isNotEmpty();
            } else {
                assertThat(pointers)
                        .as(what)
                        .singleElement()
                        .satisfies(pointer -> assertThat(hostile.pointer())
                                .as(what)
                                // a value may be refused by the record around it
                                .matches(Pattern.quote(pointer) + "(/.*)?"));
                assertThat(pointers).as(what).doesNotContain("");
            }
        }
    }

    /** What would be accepted just like that, which is proven at the end. */
    private static Map<String, JsonNode> acceptedBy(RunningSeikyu seikyu) {
        JsonNode client = with(sample("client.json"), "clientId", "acme", "registrationNumber", null);
        JsonNode account = with(sample("accounts.json").get(0), "accountId", "a1", "clientId", "acme");
        JsonNode contract =
                with(sample("contracts.json").get(0), "contractId", "c1", "clientId", "acme", "accountId", "a1");
        JsonNode invoice = with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                "i1",
                "clientId",
                "acme",
                "accountId",
                "a1",
                "contractId",
                "c1");
        seikyu.done("/v1/clients", seikyu.admin, client);
        seikyu.done("/v1/accounts", seikyu.admin, account);
        seikyu.done("/v1/contracts", seikyu.admin, contract);
        seikyu.done("/v1/invoices", seikyu.admin, invoice);
        Map<String, JsonNode> accepted = new HashMap<>();
        accepted.put("/v1/clients", with(client, "clientId", "new"));
        accepted.put("/v1/accounts", with(account, "accountId", "a2"));
        accepted.put("/v1/contracts", with(contract, "contractId", "c2"));
        accepted.put("/v1/invoices", with(invoice, "invoiceId", "i2", "invoiceNumber", "N-2"));
        accepted.put(
                "/v1/receipts",
                with(sample("receipts.json").get(0), "receiptId", "r1", "clientId", "acme", "invoiceId", null));
        accepted.put("/v1/invoices/i1/cancellation", json("{\"reason\": \"because\"}"));
        accepted.put("/v1/contracts/c1/termination", json("{\"lastDay\": \"2027-03-31\", \"reason\": \"because\"}"));
        accepted.put(
                "/v1/accounts/a1/amendments",
                amendment("{\"phone\": \"1\", \"payerNames\": [\"a\"], \"monthlySales\": \"5\"}"));
        accepted.put(
                "/v1/clients/acme/amendments",
                amendment("{\"email\": \"a@b.example\", \"bankAccount\": {\"branch\": \"102\"}}"));
        accepted.put(
                "/v1/api-keys",
                json("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"], \"expiresOn\": \"2099-12-31\"}"));
        return accepted;
    }

    /** The same bodies, unspoilt: had they been refused for another reason, the campaign would have proven nothing. */
    private static void assertStillAnswers(RunningSeikyu seikyu, Map<String, JsonNode> accepted) {
        accepted.forEach((path, body) -> {
            boolean namesClient = path.startsWith("/v1/clients") || path.startsWith("/v1/api-keys");
            String[] headers = namesClient ? new String[0] : new String[] {"Seikyu-Client", "acme"};
            if (!path.endsWith("/cancellation")) {
                seikyu.done(path, seikyu.admin, body, headers);
            }
        });
        seikyu.done(
                "/v1/invoices/i1/cancellation",
                seikyu.admin,
                accepted.get("/v1/invoices/i1/cancellation"),
                "Seikyu-Client",
                "acme");
    }

    private static JsonNode amendment(String changes) {
        return json("{\"effectiveFrom\": \"2026-06-01\", \"reason\": \"because\", \"changes\": " + changes + "}");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
