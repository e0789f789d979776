package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import io.seikyu.web.access.Tenancy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happens to invoices that were wrong: corrected, disputed, credited, replaced; asked for as a clerk asks. */
@Timeout(120)
class ReplacementIT {
    @TempDir
    private static Path data;

    private static RunningSeikyu seikyu;
    private static String reviewer;

    @BeforeAll
    static void aClientCompany() {
        seikyu = RunningSeikyu.on(data);
        seikyu.done("/v1/clients", seikyu.admin, sample("client.json"));
        seikyu.done("/v1/accounts", seikyu.admin, sample("accounts.json").get(0));
        seikyu.done("/v1/contracts", seikyu.admin, sample("contracts.json").get(0));
        reviewer = seikyu.done("/v1/api-keys", seikyu.admin, json("{\"roles\": [\"REVIEWER\"]}"))
                .json()
                .get("key")
                .stringValue();
    }

    @AfterAll
    static void stop() {
        Reproduced.thenClose("replacements", seikyu, "coverage", "credit-note", "review");
    }

    @Test
    void aReplacementIsShownOnBothSidesInWhicheverOrderItIsMade() {
        issue("old-1", "OLD-1");
        Reply unnamed = post("/v1/invoices/old-1/cancellation", "{\"reason\": \"wrong\", \"replacedBy\": \"nowhere\"}");
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.json().at("/errors/0/pointer").stringValue()).isEqualTo("/replacedBy");
        submit(replacing("old-1", "new-1", "NEW-1"));
        Reply cancelled = post("/v1/invoices/old-1/cancellation", "{\"reason\": \"wrong\", \"replacedBy\": \"new-1\"}");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(get("/v1/invoices/old-1", cancelled).get("replacedBy").stringValue())
                .isEqualTo("new-1");
        assertThat(get("/v1/invoices/new-1", cancelled).at("/replaces/0").stringValue())
                .isEqualTo("old-1");

        issue("old-2", "OLD-2");
        Reply first = post("/v1/invoices/old-2/cancellation", "{\"reason\": \"wrong\"}");
        assertThat(get("/v1/invoices/old-2", first).path("replacedBy").isMissingNode())
                .isTrue();
        Reply then = submit(replacing("old-2", "new-2", "NEW-2"));
        assertThat(get("/v1/invoices/old-2", then).get("replacedBy").stringValue())
                .isEqualTo("new-2");

        Reply again = submit(with(invoice(), "invoiceId", "again", "invoiceNumber", "OLD-2"));
        assertThat(again.body()).contains("DUPLICATE_INVOICE_NUMBER");
    }

    @Test
    void whatTookItsPlaceIsToldAsItWasKnownThen() {
        issue("old-3", "OLD-3");
        post("/v1/invoices/old-3/cancellation", "{\"reason\": \"wrong\"}");
        Reply first = submit(replacing("old-3", "new-3", "NEW-3"));
        String then = get("/v1/invoices/new-3", first).at("/versions/0/at").stringValue();
        Reply corrected = post(
                "/v1/invoices/new-3/corrections",
                unnamed(with(invoice(), "invoiceNumber", "NEW-3", "reason", "it replaces nothing")));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);

        assertThat(get("/v1/invoices/old-3", corrected).has("replacedBy")).isFalse();
        assertThat(get("/v1/invoices/old-3?asOf=" + then, corrected)
                        .path("replacedBy")
                        .stringValue(""))
                .isEqualTo("new-3");

        Reply second = submit(replacing("old-3", "new-4", "NEW-4"));
        String later = get("/v1/invoices/new-4", second).at("/versions/0/at").stringValue();
        Reply gone = post("/v1/invoices/new-4/cancellation", "{\"reason\": \"wrong as well\"}");
        assertThat(gone.status()).as(gone.body()).isEqualTo(200);

        assertThat(get("/v1/invoices/old-3", gone).has("replacedBy")).isFalse();
        assertThat(get("/v1/invoices/old-3?asOf=" + later, gone)
                        .path("replacedBy")
                        .stringValue(""))
                .isEqualTo("new-4");
    }

    @Test
    void eachVersionShowsWhatTheCorrectionChanged() {
        submit(with(invoice(), "invoiceId", "twice", "invoiceNumber", "TWICE", "total", "1"));
        Reply corrected = post(
                "/v1/invoices/twice/corrections",
                unnamed(with(invoice(), "invoiceNumber", "TWICE", "reason", "the total was mistyped")));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);

        JsonNode versions = get("/v1/invoices/twice", corrected).get("versions");
        assertThat(versions.at("/0/changes")).isEmpty();
        assertThat(versions.at("/1/changes")).hasSize(1);
        assertThat(versions.at("/1/changes/0/pointer").stringValue()).isEqualTo("/total");
        assertThat(versions.at("/1/changes/0/before").stringValue()).isEqualTo("1");
        assertThat(versions.at("/1/reason").stringValue()).isEqualTo("the total was mistyped");
    }

    @Test
    void aDisputeAndItsCreditNoteAreSeenOnTheInvoice() {
        issue("torn", "TORN");
        Reply raised = post(
                "/v1/invoices/torn/disputes",
                "{\"disputeId\": \"d\", \"reason\": \"two were torn\", \"amount\": 9244}");
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        assertThat(get("/v1/invoices?disputed=true", raised)
                        .at("/items/0/invoiceId")
                        .stringValue())
                .isEqualTo("torn");
        assertThat(get("/v1/tasks?kind=RESOLVE_DISPUTE", raised)
                        .at("/items/0/decision")
                        .stringValue())
                .isEqualTo("POST /v1/invoices/torn/disputes/d/resolution");
        post("/v1/invoices/torn/disputes/d/resolution", "{\"outcome\": \"UPHELD\", \"note\": \"the carrier says so\"}");

        Reply written = post("/v1/invoices/torn/credit-notes", """
                {"creditNoteId": "n", "number": "CN-1", "issueDate": "2026-06-10", "returnDate": "2026-06-09",
                 "reason": "torn", "ground": "ERROR",
                 "lines": [{"code": "RICE-10", "description": "米", "quantity": 2, "unitPrice": 4280, "amount": 8560,
                            "taxCategory": "REDUCED"}],
                 "taxes": [{"taxCategory": "REDUCED", "rate": 8, "taxable": 8560, "tax": 684}], "total": 9244}""");
        assertThat(written.json().get("status").stringValue())
                .as(written.body())
                .isEqualTo("IN_REVIEW");
        Reply approved = seikyu.send(
                "POST",
                "/v1/credit-notes/n/decision",
                reviewer,
                "{\"decision\": \"APPROVE\", \"reason\": \"as decided\"}",
                Tenancy.HEADER,
                "minato");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);

        JsonNode invoice = get("/v1/invoices/torn", approved);
        assertThat(invoice.get("disputed").booleanValue()).isFalse();
        assertThat(invoice.at("/disputes/0/reason").stringValue()).isEqualTo("two were torn");
        assertThat(invoice.at("/disputes/0/resolution/note").stringValue()).isEqualTo("the carrier says so");
        assertThat(invoice.at("/creditNotes/0/number").stringValue()).isEqualTo("CN-1");
        assertThat(invoice.get("total").stringValue()).isEqualTo("241880");
        assertThat(invoice.get("balance").stringValue()).isEqualTo("232636");
        JsonNode notes = get("/v1/credit-notes?invoiceId=torn&status=ISSUED", approved);
        assertThat(notes.at("/items/0/document").isMissingNode()).isTrue();
        assertThat(notes.at("/items/0/number").stringValue()).isEqualTo("CN-1");
        assertThat(get("/v1/tasks?kind=REVIEW_CREDIT_NOTE&state=COMPLETED", approved)
                        .at("/items/0/end/outcome")
                        .stringValue())
                .isEqualTo("APPROVED");
    }

    private static ObjectNode invoice() {
        return with(sample("invoices/inv-001.json"), "dueDate", "2026-06-01");
    }

    /** A correction says in its address which invoice it is of. */
    private static String unnamed(ObjectNode invoice) {
        invoice.remove("invoiceId");
        return invoice.toString();
    }

    private static ObjectNode replacing(String old, String id, String number) {
        ObjectNode invoice = with(invoice(), "invoiceId", id, "invoiceNumber", number);
        invoice.putArray("precedingInvoices").add(old);
        return invoice;
    }

    /** Whatever the review doubts of equal invoices, a person approves it. */
    private static void issue(String id, String number) {
        Reply submitted = submit(with(invoice(), "invoiceId", id, "invoiceNumber", number));
        if (submitted.json().get("status").stringValue().equals("IN_REVIEW")) {
            seikyu.send(
                    "POST",
                    "/v1/invoices/" + id + "/decision",
                    reviewer,
                    "{\"decision\": \"APPROVE\", \"reason\": \"delivered twice\"}",
                    Tenancy.HEADER,
                    "minato");
        }
        Reply issued = post("/v1/invoices/" + id + "/issue", "{\"deliverBy\": \"CLIENT\"}");
        assertThat(issued.status()).as(submitted.body() + issued.body()).isEqualTo(200);
    }

    private static Reply submit(ObjectNode invoice) {
        return seikyu.done("/v1/invoices", seikyu.admin, invoice);
    }

    private static Reply post(String path, String body) {
        return seikyu.send("POST", path, seikyu.admin, body, Tenancy.HEADER, "minato");
    }

    private static JsonNode get(String path, Reply after) {
        String separator = path.contains("?") ? "&" : "?";
        Reply reply = seikyu.send("GET", path + separator + "atLeast=" + after.position(), seikyu.admin, null);
        assertThat(reply.status()).as(path + ": " + reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
