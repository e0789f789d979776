package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes to take every decision of a log again ({@code -Dseikyu.retaken=10000 -Dseikyu.payers=500}), each payer
 * billed once a month; says so and judges nothing.
 */
@Timeout(3600)
class WhatIfLoadIT {
    private static final int INVOICES = Integer.getInteger("seikyu.retaken", 300);
    private static final int PAYERS = Integer.getInteger("seikyu.payers", 25);
    private static final int PORTION = 10_000;
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private static final JsonNode NOTHING = JsonMapper.shared().createObjectNode();
    private static final String[] CLIENT = {"Seikyu-Client", "minato"};

    @TempDir
    private Path data;

    @Test
    void everyDecisionOfTheLog() {
        try (RunningSeikyu seikyu = RunningSeikyu.on(data)) {
            seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
            for (int payer = 0; payer < PAYERS; payer++) {
                String id = "p" + payer;
                JsonNode account = with(sample("accounts.json").get(0), "accountId", id);
                JsonNode contract = with(sample("contracts.json").get(0), "contractId", id + "-c", "accountId", id);
                seikyu.done("/v1/accounts", seikyu.admin, account, CLIENT);
                seikyu.done("/v1/contracts", seikyu.admin, contract, CLIENT);
                seikyu.done("/v1/accounts/" + id + "/screenings", seikyu.admin, NOTHING, CLIENT);
            }
            for (int from = 0; from < INVOICES; from += PORTION) {
                String rows = IntStream.range(from, Math.min(INVOICES, from + PORTION))
                        .mapToObj(WhatIfLoadIT::row)
                        .collect(Collectors.joining("\n"));
                byte[] file = rows.getBytes(StandardCharsets.UTF_8);
                job(
                        seikyu,
                        seikyu.send("POST", "/v1/invoices:import", seikyu.admin, "application/x-ndjson", file, CLIENT));
            }

            JsonNode reproduced = told(
                    "reproduction", job(seikyu, seikyu.send("POST", "/v1/what-if/reproduction", seikyu.admin, "{}")));
            System.out.println(reproduced);
            assertThat(reproduced.get("different").asLong()).isZero();
            assertThat(reproduced.at("/decisions/review/reproduced").asLong()).isEqualTo(INVOICES);
            String question = JsonMapper.shared()
                    .createObjectNode()
                    .put("kind", "review")
                    .put("policy", "approvalLimit: 1\n" + ShippedPolicies.text(PolicyKind.REVIEW))
                    .put("from", "2000-01-01")
                    .put("to", "2100-01-01")
                    .toString();
            JsonNode evaluated =
                    told("what-if", job(seikyu, seikyu.send("POST", "/v1/what-if", seikyu.admin, question)));
            assertThat(evaluated.get("decisions").asLong()).isEqualTo(INVOICES);
            long begin = System.nanoTime();
            assertThat(walked(seikyu, evaluated.get("allCases").asString()))
                    .isEqualTo(evaluated.get("changed").asLong());
            System.out.printf(
                    "%d cases walked through in %.1f s%n",
                    evaluated.get("changed").asLong(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private static long walked(RunningSeikyu seikyu, String path) {
        long walked = 0;
        String page = path + "?limit=500";
        while (page != null) {
            JsonNode found = seikyu.send("GET", page, seikyu.admin, null).json();
            walked += found.get("items").size();
            page = found.path("next").isString()
                    ? path + "?limit=500&cursor=" + found.get("next").asString()
                    : null;
        }
        return walked;
    }

    private static String row(int row) {
        String payer = "p" + row % PAYERS;
        return DunnedPayers.invoice(payer, "i" + row, FIRST.plusMonths(row / PAYERS))
                .toString();
    }

    private static JsonNode job(RunningSeikyu seikyu, Reply accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String path = "/v1/jobs/" + accepted.json().get("jobId").asString() + "?atLeast=" + accepted.position();
        JsonNode job = seikyu.send("GET", path, seikyu.admin, null).json();
        while (!job.has("endedAt")) {
            RunningSeikyu.pause();
            job = seikyu.send("GET", path, seikyu.admin, null).json();
        }
        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("DONE");
        return job;
    }

    private static JsonNode told(String what, JsonNode job) {
        double seconds = Duration.between(
                                Instant.parse(job.get("acceptedAt").asString()),
                                Instant.parse(job.get("endedAt").asString()))
                        .toMillis()
                / 1000.0;
        System.out.printf(
                "%s of %d invoices of %d payers: %d events in %.1f s, %.0f events and %.0f decisions a second%n",
                what,
                INVOICES,
                PAYERS,
                job.get("total").asLong(),
                seconds,
                job.get("total").asLong() / seconds,
                INVOICES / seconds);
        return job.get("result");
    }
}
