package io.seikyu.standalone;

import static io.seikyu.contract.access.Role.ANALYST;
import static io.seikyu.contract.access.Role.AUDITOR;
import static io.seikyu.contract.access.Role.CLIENT;
import static io.seikyu.contract.access.Role.CREDIT;
import static io.seikyu.contract.access.Role.INTEGRATION;
import static io.seikyu.contract.access.Role.OPERATOR;
import static io.seikyu.contract.access.Role.REVIEWER;
import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.Role;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.standalone.RunningSeikyu.Reply;
import io.seikyu.web.access.ApiKey;
import io.seikyu.web.access.Tenancy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every route with every role, without a valid key, and for another client's things. A route that is new fails here. */
@Timeout(300)
class EveryRouteIT {
    private static final String REASON = "{\"reason\": \"because\"}";
    private static final String PLAN = """
            {"invoiceIds": ["%s"], "acknowledgedOn": "2026-06-01", "schedule": [{"dueDate": "%s", "amount": "%s"}]}""";
    private static final String CREDIT_NOTE = """
            {"number": "CN-1", "issueDate": "2026-06-30", "returnDate": "2026-06-30", "reason": "because",
             "lines": [{"description": "x", "quantity": "1", "unitPrice": "1", "amount": "1", "taxCategory": "STANDARD"}],
             "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "1", "tax": "0"}], "total": "1"}""";
    private static final String NAME = "{\"effectiveFrom\": \"2026-06-01\", \"reason\": \"because\", \"changes\": %s}";

    private static final List<Route> TABLE = List.of(
            Route.of("POST /v1/api-keys", "{\"roles\": [\"OPERATOR\"]}"),
            Route.of("DELETE /v1/api-keys/{id}", null),
            Route.of("POST /v1/clients", "{}"),
            Route.of("POST /v1/clients/{id}/amendments", NAME.formatted("{\"email\": \"a@b.example\"}")),
            Route.of("POST /v1/accounts", account("foreign", "acme").toString(), OPERATOR),
            Route.of("DELETE /v1/accounts/{id}/aliases/{receiptId}", null, OPERATOR),
            Route.of("POST /v1/accounts/{id}/amendments", NAME.formatted("{\"phone\": \"1\"}"), OPERATOR),
            Route.of(
                    "POST /v1/accounts/{id}/credit-reservations",
                    "{\"amount\": \"1000\", \"validUntil\": \"%s\"}"
                            .formatted(LocalDate.now().plusDays(30)),
                    OPERATOR,
                    CREDIT,
                    INTEGRATION),
            Route.of(
                    "DELETE /v1/accounts/{id}/credit-reservations/{reservationId}",
                    null,
                    OPERATOR,
                    CREDIT,
                    INTEGRATION),
            Route.of(
                    "POST /v1/accounts/{id}/signals",
                    "{\"kind\": \"POSITIVE\", \"source\": \"x\", \"observedOn\": \"2026-01-31\"}",
                    OPERATOR,
                    CREDIT),
            Route.of(
                    "POST /v1/accounts/{id}/signals/{signalId}/judgement",
                    "{\"verdict\": \"CONFIRMED\", \"reason\": \"because\"}",
                    CREDIT),
            Route.of("POST /v1/accounts/{id}/screenings", "{}", OPERATOR, CREDIT),
            Route.of(
                    "POST /v1/accounts/{id}/measures",
                    "{\"screeningId\": \"s1\", \"measure\": \"PREPAYMENT\", \"contractId\": \"c1\"}",
                    OPERATOR,
                    CREDIT),
            Route.of("GET /v1/accounts/{id}/credit", null, OPERATOR, REVIEWER, CREDIT, AUDITOR, ANALYST),
            Route.of("GET /v1/companies/{number}/exposure", null, OPERATOR, REVIEWER, CREDIT, AUDITOR, ANALYST),
            Route.of("POST /v1/contracts", contract("foreign", "acme").toString(), OPERATOR),
            Route.of("POST /v1/contracts/{id}/amendments", NAME.formatted("{\"dunningPolicy\": null}"), OPERATOR),
            Route.of(
                    "POST /v1/contracts/{id}/termination",
                    "{\"lastDay\": \"2026-12-31\", \"reason\": \"because\"}",
                    OPERATOR),
            Route.of(
                    "POST /v1/contracts/{id}/standing-approvals",
                    "{\"upToStage\": \"R3\", \"until\": \"2099-12-31\"}",
                    CLIENT),
            Route.of("DELETE /v1/contracts/{id}/standing-approvals/{standingApprovalId}", null, CLIENT),
            Route.of(
                    "POST /v1/contracts/{id}/drafts",
                    "{\"from\": \"2026-06-01\", \"to\": \"2026-06-30\", \"quantities\": {\"X\": 1}}",
                    OPERATOR,
                    INTEGRATION),
            Route.of("POST /v1/invoices", invoice("foreign", "acme", "N-9").toString(), OPERATOR, INTEGRATION),
            Route.of(
                    "POST /v1/invoices/{id}/corrections",
                    with(invoice("x", null, "N-8"), "invoiceId", null, "reason", "because")
                            .toString(),
                    OPERATOR,
                    INTEGRATION),
            Route.of(
                    "POST /v1/invoices/{id}/decision",
                    "{\"decision\": \"REJECT\", \"reason\": \"because\"}",
                    REVIEWER,
                    CLIENT),
            Route.of("POST /v1/invoices/{id}/issue", "{}", OPERATOR),
            Route.of("POST /v1/invoices/{id}/deliveries", REASON, OPERATOR),
            Route.of("POST /v1/invoices/{id}/deliveries/{d}/outcome", "{\"outcome\": \"DELIVERED\"}", OPERATOR),
            Route.of(
                    "POST /v1/invoices/{id}/deliveries/{d}/resolution",
                    "{\"outcome\": \"SENT\", \"note\": \"because\"}",
                    OPERATOR),
            Route.of("POST /v1/sending/stop", "{\"clientId\": \"acme\", \"reason\": \"because\"}", OPERATOR),
            Route.of("POST /v1/sending/resume", "{\"clientId\": \"acme\", \"reason\": \"because\"}", OPERATOR),
            Route.of(
                    "POST /v1/invoices/{id}/promises",
                    "{\"amount\": \"1\", \"payOn\": \"2026-12-30\"}",
                    OPERATOR,
                    REVIEWER,
                    CLIENT),
            Route.of(
                    "POST /v1/invoices/{id}/limitation-facts",
                    "{\"kind\": \"ACKNOWLEDGED\", \"on\": \"2026-06-01\", \"evidence\": \"because\"}",
                    OPERATOR,
                    REVIEWER,
                    CLIENT),
            Route.of("POST /v1/invoices/{id}/limitation-facts/{factId}/withdrawal", REASON, OPERATOR, REVIEWER, CLIENT),
            Route.of(
                    "POST /v1/accounts/{id}/instalment-plans",
                    PLAN.formatted("only", "2027-01-29", "1"),
                    OPERATOR,
                    REVIEWER,
                    CLIENT),
            Route.of("POST /v1/instalment-plans/{id}/cancellation", REASON, OPERATOR, REVIEWER, CLIENT),
            Route.of("POST /v1/invoices/{id}/hand-back", REASON, OPERATOR, REVIEWER),
            Route.of(
                    "POST /v1/invoices/{id}/subrogations",
                    "{\"paidOn\": \"2026-06-01\", \"amount\": \"1\"}",
                    OPERATOR,
                    REVIEWER),
            Route.of("POST /v1/accounts/{id}/erasure", REASON),
            Route.of("POST /v1/accounts/{id}/holds", REASON, OPERATOR, REVIEWER, CLIENT),
            Route.of("DELETE /v1/accounts/{id}/holds/{holdId}", null, OPERATOR, REVIEWER, CLIENT),
            Route.of(
                    "POST /v1/accounts/{id}/correspondence",
                    "{\"channel\": \"PHONE\", \"direction\": \"IN\", \"at\": \"2026-06-01T09:00:00+09:00\","
                            + " \"summary\": \"because\"}",
                    OPERATOR,
                    REVIEWER,
                    CLIENT),
            Route.of("GET /v1/sandbox/clock", null, OPERATOR, AUDITOR, ANALYST),
            Route.of("POST /v1/sandbox/clock", "{\"advance\": \"P1D\"}"),
            Route.of("GET /v1/sending", null, OPERATOR, REVIEWER, AUDITOR),
            Route.of("GET /v1/messages", null, OPERATOR, REVIEWER, AUDITOR),
            Route.of("GET /v1/messages/{id}", null, OPERATOR, REVIEWER, AUDITOR),
            Route.of("POST /v1/invoices/{id}/cancellation", REASON, OPERATOR),
            Route.of("POST /v1/invoices:import", "{}", OPERATOR, INTEGRATION),
            Route.of("POST /v1/jobs/{id}/pause", "{}", OPERATOR, INTEGRATION),
            Route.of("POST /v1/jobs/{id}/resume", "{}", OPERATOR, INTEGRATION),
            Route.of("POST /v1/jobs/{id}/cancel", REASON, OPERATOR, INTEGRATION),
            Route.of("POST /v1/receipts", receipt("foreign", "acme").toString(), OPERATOR),
            Route.of("POST /v1/receipts:import", "{}", OPERATOR, INTEGRATION),
            Route.of(
                    "POST /v1/receipts/{id}/allocations",
                    "{\"items\": [{\"invoiceId\": \"same\", \"amount\": \"1\"}]}",
                    OPERATOR),
            Route.of("POST /v1/receipts/{id}/allocations/{invoiceId}/reversal", REASON, OPERATOR),
            Route.of("POST /v1/receipts/{id}/payer", "{\"accountId\": \"same\"}", OPERATOR),
            Route.of("POST /v1/receipts/{id}/reversal", REASON, OPERATOR),
            Route.of(
                    "POST /v1/receipts/{id}/refund",
                    "{\"amount\": \"1\", \"reason\": \"because\", \"bankAccount\": {\"bank\": \"0001\","
                            + " \"branch\": \"001\", \"kind\": \"1\", \"number\": \"1234567\", \"holder\": \"ｱ\"}}",
                    OPERATOR),
            Route.of("POST /v1/receipts/{id}/assignment", REASON, OPERATOR),
            Route.of(
                    "POST /v1/invoices/{id}/charges",
                    "{\"kind\": \"COST\", \"amount\": \"100\", \"reason\": \"because\"}",
                    OPERATOR,
                    CLIENT),
            Route.of("POST /v1/invoices/{id}/charges/{chargeId}/waiver", REASON, REVIEWER, CLIENT),
            Route.of("POST /v1/bank-accounts", bankAccount("foreign", "acme", "7654321"), OPERATOR),
            Route.of("POST /v1/bank-accounts/{id}/coverage", "{\"through\": \"2026-06-01\"}", OPERATOR),
            Route.of(
                    "POST /v1/bank-accounts/{id}/amendments",
                    "{\"reason\": \"because\", \"changes\": {\"holder\": \"y\"}}",
                    OPERATOR),
            Route.question("/v1/bank-accounts"),
            Route.question("/v1/bank-accounts/{id}"),
            Route.of("POST /v1/invoices/{id}/credit-notes", CREDIT_NOTE, OPERATOR, INTEGRATION),
            Route.of(
                    "POST /v1/credit-notes/{id}/corrections",
                    CREDIT_NOTE.replaceFirst("\\{", "{\"correctedBecause\": \"because\", "),
                    OPERATOR,
                    INTEGRATION),
            Route.of(
                    "POST /v1/credit-notes/{id}/decision",
                    "{\"decision\": \"REJECT\", \"reason\": \"because\"}",
                    REVIEWER,
                    CLIENT),
            Route.of("POST /v1/invoices/{id}/disputes", REASON, OPERATOR, REVIEWER, CLIENT),
            Route.of(
                    "POST /v1/invoices/{id}/disputes/{disputeId}/resolution",
                    "{\"outcome\": \"UPHELD\", \"note\": \"because\"}",
                    REVIEWER,
                    CLIENT),
            Route.of(
                    "POST /v1/reminders/{id}/decision",
                    "{\"decision\": \"REJECT\", \"reason\": \"because\"}",
                    REVIEWER,
                    CLIENT),
            Route.of("POST /v1/reminders/{id}/outcome", "{\"outcome\": \"SENT\"}", OPERATOR),
            Route.of("POST /v1/reminders/{id}/resolution", "{\"outcome\": \"SENT\", \"note\": \"seen\"}", OPERATOR),
            Route.of("POST /v1/tasks/{id}/claim", "{}", OPERATOR, REVIEWER, CREDIT, CLIENT),
            Route.of("POST /v1/tasks/{id}/release", "{}", OPERATOR, REVIEWER, CREDIT, CLIENT),
            Route.of("POST /v1/tasks/{id}/completion", "{\"note\": \"done\"}", OPERATOR, REVIEWER, CREDIT, CLIENT),
            Route.of(
                    "POST /v1/approvals/{id}/decision",
                    "{\"decision\": \"REJECT\", \"reason\": \"because\"}",
                    REVIEWER,
                    CREDIT,
                    CLIENT),
            Route.of(
                    "POST /v1/invoices/{id}/write-off",
                    "{\"ground\": \"SMALL\", \"reason\": \"because\"}",
                    OPERATOR,
                    REVIEWER,
                    CREDIT,
                    CLIENT),
            Route.of("POST /v1/approvals/{id}/withdrawal", REASON, OPERATOR, REVIEWER, CREDIT, CLIENT),
            Route.of("POST /v1/webhooks", webhook("foreign", "acme"), OPERATOR, INTEGRATION),
            Route.of("POST /v1/webhooks/{id}/resume", "{}", OPERATOR, INTEGRATION),
            Route.of("DELETE /v1/webhooks/{id}", null, OPERATOR, INTEGRATION),
            Route.of("GET /v1/webhooks", null, OPERATOR, AUDITOR, CLIENT, INTEGRATION),
            Route.of("GET /v1/webhooks/{id}", null, OPERATOR, AUDITOR, CLIENT, INTEGRATION),
            Route.of("PUT /v1/templates/{name}", "{}", OPERATOR),
            Route.of("POST /v1/templates/{name}/preview", "{}", OPERATOR, REVIEWER),
            Route.of("GET /v1/templates", null, OPERATOR, REVIEWER, AUDITOR),
            Route.of("GET /v1/templates/{name}", null, OPERATOR, REVIEWER, AUDITOR),
            Route.of("PUT /v1/policies/{kind}/{id}", "{}"),
            Route.of("GET /v1/policies/{kind}/{id}", null, OPERATOR, REVIEWER, CREDIT, AUDITOR),
            Route.of("GET /v1/policies/{kind}/{id}/versions", null, OPERATOR, REVIEWER, CREDIT, AUDITOR),
            Route.question("/v1/clients"),
            Route.question("/v1/clients/{id}"),
            Route.question("/v1/accounts"),
            Route.question("/v1/accounts/{id}"),
            Route.question("/v1/accounts/{id}/timeline"),
            Route.question("/v1/contracts"),
            Route.question("/v1/contracts/{id}"),
            Route.question("/v1/invoices"),
            Route.question("/v1/invoices/{id}"),
            Route.question("/v1/invoices/{id}/corrections"),
            Route.question("/v1/corrections"),
            Route.question("/v1/jobs"),
            Route.question("/v1/jobs/{id}"),
            Route.question("/v1/jobs/{id}/rows"),
            Route.question("/v1/credit-notes"),
            Route.question("/v1/credit-notes/{id}"),
            Route.question("/v1/approvals"),
            Route.question("/v1/approvals/{id}"),
            Route.of("GET /v1/agenda", null, OPERATOR, REVIEWER, AUDITOR, CLIENT),
            Route.question("/v1/reminders"),
            Route.question("/v1/reminders/{id}"),
            Route.question("/v1/reminders/{id}/letter"),
            Route.question("/v1/instalment-plans"),
            Route.question("/v1/instalment-plans/{id}"),
            Route.question("/v1/tasks"),
            Route.question("/v1/tasks/{id}"),
            Route.question("/v1/receipts"),
            Route.question("/v1/receipts/{id}"),
            Route.question("/v1/ageing"),
            Route.of("GET /v1/projections", null, OPERATOR, AUDITOR, ANALYST),
            Route.of("POST /v1/projections/{name}/rebuild", "{\"mode\": \"SIDE_BY_SIDE\"}"),
            Route.of("GET /v1/dead-letters", null, OPERATOR, AUDITOR, ANALYST),
            Route.of("POST /v1/dead-letters/{id}/retry", "{}"),
            Route.of("POST /v1/dead-letters/{id}/discard", REASON),
            Route.question("/v1/payment-trends"),
            Route.question("/v1/dunning-effectiveness"),
            Route.question("/v1/cash-forecast"),
            Route.question("/v1/opportunities"),
            Route.of("GET /v1/audit/events", null, AUDITOR, CLIENT, INTEGRATION),
            Route.of("GET /v1/audit/streams/{*id}", null, AUDITOR, CLIENT, INTEGRATION),
            Route.of("POST /v1/backups", "{}"),
            Route.of("POST /v1/audit/verifications", "{}", AUDITOR),
            Route.of("POST /v1/what-if", "{}", AUDITOR),
            Route.of("POST /v1/what-if/reproduction", "{}", AUDITOR),
            Route.question("/v1/what-if/{id}/cases"),
            Route.of("GET /v1/audit/checkpoints", null, AUDITOR),
            Route.of("GET /v1/events", null, AUDITOR, CLIENT, INTEGRATION));

    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static String expired;
    private static String revoked;
    private static final Map<Role, String> ACME = new EnumMap<>(Role.class);
    private static final Map<Role, String> BETA = new EnumMap<>(Role.class);
    private static long settled;

    @BeforeAll
    static void twoClientsWithThingsOfTheSameNames() {
        seikyu = RunningSeikyu.on(data);
        expired = expiredKey();
        for (String client : List.of("acme", "beta")) {
            make("/v1/clients", with(sample("client.json"), "clientId", client, "registrationNumber", null));
            for (String id : client.equals("acme") ? List.of("same", "only") : List.of("same")) {
                make("/v1/accounts", account(id, client));
                make("/v1/contracts", contract(id, client));
                make("/v1/invoices", invoice(id, client, "N-" + id));
                make("/v1/webhooks", json(webhook(id, client)));
                make("/v1/receipts", receipt(id, client));
                make(
                        "/v1/bank-accounts",
                        json(bankAccount(
                                id, client, "%07d".formatted(Math.floorMod((client + id).hashCode(), 10_000_000)))));
            }
            make(
                    "/v1/sending/stop",
                    json("{\"clientId\": \"%s\", \"reason\": \"so that nothing is sent\"}".formatted(client)));
            sendOneThatAPersonApproved(client);
            settled = importFile(client);
        }
        for (Role role : Role.values()) {
            ACME.put(role, keyOf(role, "acme"));
            BETA.put(role, keyOf(role, "beta"));
        }
        JsonNode second = seikyu.done("/v1/api-keys", seikyu.admin, json("{\"roles\": [\"ADMIN\"]}"))
                .json();
        revoked = second.get("key").stringValue();
        Reply gone = seikyu.send("DELETE", "/v1/api-keys/" + second.get("keyId").stringValue(), seikyu.admin, null);
        assertThat(gone.status()).as(gone.body()).isBetween(200, 299);
    }

    @AfterAll
    static void stop() {
        if (seikyu != null) {
            seikyu.close();
        }
    }

    @Test
    void everyMappedRouteStandsInTheTable() {
        assertThat(mapped())
                .isEqualTo(TABLE.stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theDocumentNamesTheSameRoutes() {
        Set<String> documented = new TreeSet<>();
        JsonNode paths = seikyu.send("GET", "/v3/api-docs", null, null).json().get("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> documented.add(method.toUpperCase() + " " + path.getKey())));
        Set<String> routes =
                mapped().stream().map(route -> route.replace("{*", "{")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented.stream().map(route -> route.replace("{*", "{")))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void theDocumentSaysThatRatiosAreNumbers() {
        JsonNode schemas = seikyu.send("GET", "/v3/api-docs", null, null).json().at("/components/schemas");

        assertThat(schemas.at("/Share/properties/ratio/type").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder("number", "null");
    }

    static Stream<Route> routes() {
        return TABLE.stream();
    }

    static Stream<Route> routesToOneThing() {
        return TABLE.stream()
                .filter(Route::namesOneThing)
                .filter(route -> !route.pattern().contains("/api-keys/"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsInExactlyTheRolesItNames(Route route) {
        String body = route.method().equals("POST") ? "{}" : null;
        ACME.forEach((role, key) -> {
            Reply reply = seikyu.send(route.method(), route.path("nothing"), key, body);
            boolean forbidden = reply.status() == 403 && reply.code().equals("forbidden");
            assertThat(forbidden)
                    .as(role + " at " + route + ": " + reply.status() + reply.body())
                    .isEqualTo(!route.roles().contains(role));
            assertThat(reply.status())
                    .as(role + " at " + route)
                    .isNotEqualTo(401)
                    .isLessThan(500);
        });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsNobodyInWithoutAValidKey(Route route) {
        String body = route.method().equals("POST") ? "{}" : null;
        for (String key : new String[] {null, "garbage", ApiKey.generate(), expired, revoked}) {
            Reply reply = seikyu.send(route.method(), route.path("only"), key, body);
            assertThat(reply.status()).as(route + " with " + key).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("unauthenticated");
        }
    }

    @ParameterizedTest
    @MethodSource("routesToOneThing")
    void anotherClientsThingDoesNotExist(Route route) {
        String path = route.path(idAt(route));
        BETA.forEach((role, key) -> {
            if (route.roles().contains(role)) {
                Reply reply = seikyu.send(route.method(), path, key, route.body());
                assertNothingThere(reply, role + " at " + route);
                if (!role.ofClient()) {
                    assertNothingThere(
                            seikyu.send(route.method(), path, key, route.body(), Tenancy.HEADER, "acme"),
                            role + " at " + route + " naming the other");
                }
            }
        });
        if (route.pattern().contains("streams")) {
            assertNothingThere(
                    seikyu.send("GET", route.path("acme/invoice/only"), BETA.get(CLIENT), null), route.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aClientsKeyCannotNameAnotherClient(Route route) {
        for (Role role : List.of(CLIENT, INTEGRATION)) {
            if (route.roles().contains(role) && !route.pattern().equals("/v1/audit/checkpoints")) {
                Reply reply = seikyu.send(
                        route.method(), route.path(idAt(route)), BETA.get(role), route.body(), Tenancy.HEADER, "acme");
                assertThat(reply.status())
                        .as(role + " at " + route + reply.body())
                        .isEqualTo(422);
                assertThat(reply.code()).isEqualTo("client-mismatch");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noAnswerHoldsAnythingOfAnotherClient(Route route) {
        if (!route.method().equals("GET")
                || route.namesOneThing()
                || route.ofTheAgency()
                || route.pattern().contains("checkpoints")
                || route.pattern().contains("reminders")
                || route.pattern().contains("effectiveness")
                || route.pattern().contains("agenda")) { // there are none at some hours of the day
            return;
        }
        BETA.forEach((role, key) -> {
            if (route.roles().contains(role)) {
                Reply reply = seikyu.send("GET", route.pattern() + atLeast(route), key, null);
                assertThat(reply.status())
                        .as(role + " at " + route + reply.body())
                        .isEqualTo(200);
                assertThat(reply.body())
                        .as(role + " at " + route)
                        .contains("beta")
                        .doesNotContain("acme");
            }
        });
    }

    @Test
    void equalIdsOfTwoClientsAndOfTwoTypesDoNotMeet() {
        for (String type : List.of("accounts", "contracts", "invoices", "receipts")) {
            String path = "/v1/" + type + "/same?atLeast=" + settled;
            Reply unnamed = seikyu.send("GET", path, seikyu.admin, null);
            assertThat(unnamed.status()).as(type + unnamed.body()).isEqualTo(409);
            assertThat(unnamed.code()).isEqualTo("client-required");
            for (String client : List.of("acme", "beta")) {
                JsonNode found = seikyu.send("GET", path, seikyu.admin, null, Tenancy.HEADER, client)
                        .json();
                assertThat(found.get("clientId").stringValue()).as(type).isEqualTo(client);
                String idField = type.substring(0, type.length() - 1) + "Id";
                assertThat(found.get(idField).stringValue()).isEqualTo("same");
            }
            Reply unique = seikyu.send("GET", "/v1/" + type + "/only?atLeast=" + settled, seikyu.admin, null);
            assertThat(unique.json().get("clientId").stringValue()).isEqualTo("acme");
        }
    }

    @ParameterizedTest
    @MethodSource("routesToOneThing")
    void anAgencysCommandNamesItsClient(Route route) {
        if (route.method().equals("POST") && !route.pattern().startsWith("/v1/clients")) {
            Reply reply = seikyu.send("POST", route.path("same"), seikyu.admin, route.body());
            assertThat(reply.status()).as(route + reply.body()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("client-required");
        }
    }

    @Test
    void answersWithoutAKeyOnlyToHealthAndDocumentation() {
        assertThat(seikyu.send("GET", "/actuator/health", null, null).status()).isEqualTo(200);
        assertThat(seikyu.send("GET", "/actuator/env", null, null).status()).isEqualTo(404);
        assertThat(seikyu.send("GET", "/actuator/heapdump", null, null).status())
                .isEqualTo(404);
        assertThat(seikyu.send("GET", "/actuator/shutdown", null, null).status())
                .isEqualTo(404);
    }

    private static void assertNothingThere(Reply reply, String where) {
        assertThat(reply.status()).as(where + reply.body()).isEqualTo(404);
        assertThat(reply.code()).as(where).isNotEmpty();
        assertThat(reply.body()).as(where).doesNotContain("株式会社");
    }

    private static Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        seikyu.routes()
                .getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/v1"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + pattern))));
        return mapped;
    }

    private static String idAt(Route route) {
        if (route.pattern().contains("streams")) {
            return "invoice/only";
        }
        return route.pattern().startsWith("/v1/clients/") ? "acme" : "only";
    }

    private static String atLeast(Route route) {
        boolean ofLog =
                route.pattern().startsWith("/v1/audit") || route.pattern().startsWith("/v1/events");
        return ofLog ? "" : "?atLeast=" + settled;
    }

    private static Reply make(String path, JsonNode body) {
        return seikyu.done(path, seikyu.admin, body);
    }

    /**
     * The same claim again: a person has to look, and that is a task; what is sent is a message; some is given back or up;
     * one is cancelled.
     */
    private static void sendOneThatAPersonApproved(String client) {
        make(
                "/v1/invoices",
                withoutRegistrationNumber(
                        with(invoice("same", client, "N-again"), "invoiceId", "again", "dueDate", "2026-06-01")));
        String reviewer = keyOf(Role.REVIEWER, client);
        seikyu.done("/v1/invoices/again/decision", reviewer, json("{\"decision\": \"APPROVE\", \"reason\": \"so\"}"));
        seikyu.done(
                "/v1/invoices/again/issue", seikyu.admin, json("{\"deliverBy\": \"LETTER\"}"), Tenancy.HEADER, client);
        seikyu.done(
                "/v1/invoices/again/write-off",
                seikyu.admin,
                json("{\"amount\": \"1\", \"ground\": \"SMALL\", \"reason\": \"because\"}"),
                Tenancy.HEADER,
                client);
        long position = seikyu.done(
                        "/v1/invoices/again/credit-notes", seikyu.admin, json(CREDIT_NOTE), Tenancy.HEADER, client)
                .position();
        String open = seikyu.send(
                        "GET", "/v1/invoices/again?atLeast=" + position, seikyu.admin, null, Tenancy.HEADER, client)
                .json()
                .get("balance")
                .asString();
        make("/v1/invoices", with(invoice("same", client, "N-twice"), "invoiceId", "twice"));
        seikyu.done("/v1/invoices/twice/cancellation", seikyu.admin, json(REASON), Tenancy.HEADER, client);
        seikyu.done(
                "/v1/accounts/same/instalment-plans",
                seikyu.admin,
                json(PLAN.formatted("again", LocalDate.now().plusDays(30), open)),
                Tenancy.HEADER,
                client);
    }

    private static long importFile(String client) {
        Reply reply = seikyu.send(
                "POST",
                "/v1/invoices:import?clientId=" + client,
                seikyu.admin,
                "application/x-ndjson",
                "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.position();
    }

    /** A key for one client: bound to it, or of the agency with a grant for it alone. */
    private static String keyOf(Role role, String client) {
        String body = role.ofClient()
                ? "{\"roles\": [\"%s\"], \"clientId\": \"%s\"}".formatted(role, client)
                : "{\"roles\": [\"%s\"], \"grants\": [\"%s\"]}".formatted(role, client);
        return seikyu.done("/v1/api-keys", seikyu.admin, json(body))
                .json()
                .get("key")
                .stringValue();
    }

    /** Nobody is given a key that has expired already, so the log is made to hold one. */
    private static String expiredKey() {
        String key = ApiKey.generate();
        StoredPayload payload = seikyu.bean(EventCodec.class)
                .encode(new ApiKeyIssued(
                        "expired", ApiKey.hash(key), List.of(Role.ADMIN), null, List.of(), LocalDate.of(2020, 1, 1)));
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                AccessEvent.STREAM,
                seikyu.log().lastSequence(AccessEvent.STREAM).orElse(-1) + 1,
                payload.name(),
                payload.revision(),
                Clock.systemUTC().instant(),
                payload.bytes(),
                "{}".getBytes(StandardCharsets.UTF_8));
        seikyu.log().append(new NewCommit(UUID.randomUUID(), "agency", List.of(event), Set.of()));
        return key;
    }

    private static ObjectNode account(String id, String client) {
        return with(sample("accounts.json").get(0), "accountId", id, "clientId", client);
    }

    private static ObjectNode contract(String id, String client) {
        return with(sample("contracts.json").get(0), "contractId", id, "clientId", client, "accountId", id);
    }

    private static ObjectNode invoice(String id, String client, String number) {
        return with(
                sample("invoices/inv-001.json"),
                "invoiceId",
                id,
                "clientId",
                client,
                "accountId",
                id,
                "contractId",
                id,
                "invoiceNumber",
                number);
    }

    /** The client companies here have none. */
    private static ObjectNode withoutRegistrationNumber(ObjectNode invoice) {
        invoice.withObject("/issuer").remove("registrationNumber");
        return invoice;
    }

    private static ObjectNode receipt(String id, String client) {
        return with(sample("receipts.json").get(0), "receiptId", id, "clientId", client, "invoiceId", null);
    }

    private static String bankAccount(String id, String client, String number) {
        return """
                {"bankAccountId": "%s", "owner": "CLIENT", "clientId": "%s", "bank": "0001", "branch": "001",
                 "kind": "1", "number": "%s", "holder": "x", "bookingFormat": "zengin-01"}
                """.formatted(id, client, number);
    }

    private static String webhook(String id, String client) {
        return """
                {"webhookId": "%s", "clientId": "%s", "url": "https://hooks.invalid/%s", "events": ["client.amended"]}
                """.formatted(id, client, client);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
