package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Decisions of the past are taken again, as jobs, after all that requests.http does. */
@Timeout(300)
class WhatIfIT {
    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void aPast() throws Exception {
        seikyu = RunningSeikyu.on(data);
        RequestsFile.play(seikyu, (heading, reply) -> {});
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            seikyu.close();
        }
    }

    @Test
    void everyDecisionComesOutAsItWas() {
        JsonNode result = done(seikyu.send("POST", "/v1/what-if/reproduction", seikyu.admin, "{}"));
        assertThat(result.get("different").asLong()).as(result.toString()).isZero();
        for (String kind : List.of("review", "credit", "credit-note", "matching")) {
            JsonNode count = result.at("/decisions/" + kind);
            assertThat(count.get("counted").asLong()).as(kind).isPositive();
            assertThat(count.get("reproduced")).as("%s: %s", kind, count).isEqualTo(count.get("counted"));
        }
    }

    @Test
    void thePolicyThatHeldFindsTheSame() {
        JsonNode result = done(ask("review", ShippedPolicies.text(PolicyKind.REVIEW), "2000-01-01", "2100-01-01"));
        assertThat(result.get("decisions").asLong()).isPositive();
        assertThat(result.get("same")).isEqualTo(result.get("decisions"));
        assertThat(result.get("cases")).isEmpty();
    }

    @Test
    void aLimitOfZeroSendsWhatWasApprovedToAPerson() {
        String strict = "approvalLimit: 0\n" + ShippedPolicies.text(PolicyKind.REVIEW);
        JsonNode result = done(ask("review", strict, "2000-01-01", "2100-01-01"));
        assertThat(result.get("sums"))
                .anySatisfy(sum -> {
                    assertThat(sum.get("change").asString()).isEqualTo("OUTCOME");
                    assertThat(sum.get("what").asString()).isEqualTo("APPROVED -> IN_REVIEW");
                    assertThat(sum.get("count").asLong()).isPositive();
                })
                .anySatisfy(sum -> assertThat(sum.get("what").asString()).isEqualTo("ABOVE_APPROVAL_LIMIT"));
        assertThat(result.get("cases")).anySatisfy(one -> {
            assertThat(one.at("/recorded/outcome").asString()).isEqualTo("APPROVED");
            assertThat(one.at("/whatIf/outcome").asString()).isEqualTo("IN_REVIEW");
        });
        assertThat(result.get("notKnown")).isNotEmpty();

        assertThat(done(ask("review", strict, "2000-01-01", "2000-12-31"))
                        .get("decisions")
                        .asLong())
                .as("nothing was decided then")
                .isZero();
    }

    @Test
    void aSmallerCapLowersLimits() {
        String poorer = ShippedPolicies.text(PolicyKind.CREDIT).replaceFirst("(?m)^ownCap: .*$", "ownCap: 1");
        JsonNode result = done(ask("credit", poorer, "2000-01-01", "2100-01-01"));
        assertThat(result.get("sums")).anySatisfy(sum -> {
            assertThat(sum.get("change").asString()).isEqualTo("LIMIT");
            assertThat(sum.get("what").asString()).isEqualTo("LOWER");
        });
    }

    @Test
    void everyCaseCanBeWalkedThroughByWhomTheResultIsFor() {
        String strict = "approvalLimit: 0\n" + ShippedPolicies.text(PolicyKind.REVIEW);
        Reply begun = ask("review", strict, "2000-01-01", "2100-01-01");
        JsonNode result = done(begun);
        String path = result.get("allCases").asString();
        assertThat(path).isEqualTo("/v1/what-if/" + begun.json().get("jobId").asString() + "/cases");

        String analyst = key("{\"roles\": [\"ANALYST\"]}");
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = seikyu.send("GET", path + "?limit=2", analyst, null).json();
        page.get("items").forEach(all::add);
        while (page.path("next").isString()) {
            assertThat(page.get("items")).hasSize(2);
            String next = path + "?limit=2&cursor=" + page.get("next").asString();
            page = seikyu.send("GET", next, analyst, null).json();
            page.get("items").forEach(all::add);
        }
        assertThat(all).hasSize(result.get("changed").asInt()).hasSizeGreaterThan(2);
        assertThat(all.subList(0, result.get("cases").size()))
                .isEqualTo(result.get("cases").valueStream().toList());

        for (String other : List.of(
                key("{\"roles\": [\"ANALYST\"], \"grants\": [\"tsubame\"]}"),
                key("{\"roles\": [\"CLIENT\"], \"clientId\": \"tsubame\"}"))) {
            Reply nothing = seikyu.send("GET", path, other, null);
            assertThat(nothing.status()).as(nothing.body()).isEqualTo(404);
            assertThat(nothing.code()).isEqualTo("job-not-found");
        }

        seikyu.bean(MongoDatabase.class).getCollection("what_if_jobs").drop();
        Reply gone = seikyu.send("GET", path, analyst, null);
        assertThat(gone.status()).as(gone.body()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("cases-gone");
        assertThat(gone.json().get("detail").asString()).contains("ask the same again");
    }

    @Test
    void aFaultyQuestionIsRefusedWithAllOfItsFaults() {
        Reply faulty = ask("review", "rules: {total: {severity: 1, x: 2}, sum: {}}", "2026-01-01", "2026-12-31");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.code()).isEqualTo("invalid-policy");
        assertThat(faulty.json().get("errors")).hasSize(5);

        Reply wrong = ask("matching", "rules: {}", "2026-12-31", "2026-01-01");
        assertThat(wrong.status()).isBetween(400, 422);
        assertThat(wrong.json().get("errors")).hasSize(2);
    }

    private static String key(String body) {
        return seikyu.done("/v1/api-keys", seikyu.admin, JsonMapper.shared().readTree(body))
                .json()
                .get("key")
                .asString();
    }

    private static Reply ask(String kind, String policy, String from, String to) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("kind", kind).put("policy", policy).put("from", from).put("to", to);
        return seikyu.send("POST", "/v1/what-if", seikyu.admin, body.toString());
    }

    private static JsonNode done(Reply accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String job = "/v1/jobs/" + accepted.json().get("jobId").asString();
        while (true) {
            JsonNode shown = seikyu.send("GET", job + "?atLeast=" + accepted.position(), seikyu.admin, null)
                    .json();
            if (!Set.of("RUNNING").contains(shown.path("status").asString())) {
                assertThat(shown.get("status").asString()).as(shown.toString()).isEqualTo("DONE");
                return shown.get("result");
            }
            RunningSeikyu.pause();
        }
    }
}
