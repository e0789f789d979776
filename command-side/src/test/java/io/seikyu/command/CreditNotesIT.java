package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.InvoiceStatus;
import io.seikyu.command.store.CachingRepository;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;

/** Credit notes, disputes and their tasks over HTTP, also many at once. The invoice bills ten sacks of rice and work. */
class CreditNotesIT {
    @TempDir
    static Path data;

    static CommandServer server;
    static String operator;
    static String reviewer;

    @BeforeAll
    static void aClientCompanyThatIssuesAtOnce() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", true))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        reviewer = server.key("{\"roles\": [\"REVIEWER\", \"OPERATOR\"], \"grants\": [\"acme\"]}");
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCreditNoteLowersWhatIsOpenOnceAnotherPersonApprovedIt() {
        issue("way", "WAY");
        Reply wrong = write("way", "w1", "CN-W1", 2, "641").expect(201);
        assertThat(wrong.text("status")).isEqualTo("DISCREPANT");
        assertThat(wrong.json().at("/findings/0/code").asString()).isEqualTo("TAX_AMOUNT_MISMATCH");
        decide(operator, "w1", "APPROVE").expect(403);
        decide(reviewer, "w1", "APPROVE").expect(409);

        Reply right = server.post(
                        operator,
                        "/v1/credit-notes/w1/corrections",
                        body(null, "CN-W1", 2, "640").replaceFirst("\\{", "{\"correctedBecause\": \"mistyped\", "))
                .expect(200);
        assertThat(right.text("status")).isEqualTo("IN_REVIEW");
        assertThat(decide(reviewer, "w1", "APPROVE").expect(200).text("status")).isEqualTo("ISSUED");

        assertThat(invoice("way").balance()).isEqualByComparingTo("52150");
        Reply again = server.post(operator, "/v1/invoices/way/cancellation", "{\"reason\": \"wrong\"}");
        assertThat(again.expect(409).text("code")).isEqualTo("invoice-has-credit-notes");
    }

    @Test
    void whoWroteItMayNotApproveIt() {
        issue("own", "OWN");
        server.post(reviewer, "/v1/invoices/own/credit-notes", body("o1", "CN-O1", 1, "320"))
                .expect(201);
        assertThat(decide(reviewer, "o1", "APPROVE").expect(403).text("code")).isEqualTo("four-eyes");
    }

    @Test
    void aNumberOfAnInvoiceIsNoNumberOfACreditNote() {
        issue("num", "SAME-SERIES");
        Reply reply = write("num", "num1", "same-series", 1, "320").expect(201);
        assertThat(reply.json().at("/findings/0/code").asString()).isEqualTo("DUPLICATE_INVOICE_NUMBER");
        write("num", "num2", "CN-TAKEN", 1, "320").expect(201);
        Reply invoice = server.post(
                operator,
                "/v1/invoices",
                Bodies.invoice("acme", "num3", "cn-taken").toString());
        assertThat(invoice.expect(201).json().at("/findings/0/code").asString()).isEqualTo("DUPLICATE_INVOICE_NUMBER");
    }

    @Test
    void manyAtOnceNeverGiveBackMoreThanWasBilled() throws Exception {
        issue("many", "MANY");
        server.post(operator, "/v1/receipts", Bodies.receipt("acme", "m", "many", "30000"))
                .expect(201);
        List<Reply> written = Parallel.times(32, i -> write("many", "m" + i, "CN-M" + i, 1, "320"));
        assertThat(written)
                .allMatch(reply -> reply.status() == 201 && reply.text("status").equals("IN_REVIEW"));

        List<Reply> decided = Parallel.times(32, i -> decide(reviewer, "m" + i, "APPROVE"));

        assertThat(decided.stream().filter(reply -> reply.status() == 200)).hasSize(10);
        assertThat(decided.stream().filter(reply -> reply.status() == 409))
                .hasSize(22)
                .allMatch(reply -> reply.text("code").equals("credit-above-original"));
        InvoiceState state = invoice("many");
        assertThat(state.after().credits().taxes()).singleElement().satisfies(sum -> {
            assertThat(sum.taxable()).isEqualByComparingTo("40000");
            assertThat(sum.tax()).isEqualByComparingTo("3200");
        });
        assertThat(state.balance()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(state.status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void whatWasPaidAlreadyIsATaskToPayBack() {
        issue("back", "BACK");
        server.post(operator, "/v1/receipts", Bodies.receipt("acme", "b", "back", "60790"))
                .expect(201);
        String refund = body("b1", "CN-B1", 1, "320").replaceFirst("\\{", "{\"excess\": \"REFUND\", ");
        server.post(operator, "/v1/invoices/back/credit-notes", refund).expect(201);
        decide(reviewer, "b1", "APPROVE").expect(200);

        Reply elsewhere = server.post(reviewer, "/v1/tasks/review-credit.b1.1/completion", "{\"note\": \"done\"}");
        assertThat(elsewhere.expect(409).text("code")).isEqualTo("task-ended");
        server.post(operator, "/v1/tasks/refund.b1/claim", "{}").expect(200);
        assertThat(server.post(reviewer, "/v1/tasks/refund.b1/claim", "{}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("task-taken");
        Reply done = server.post(operator, "/v1/tasks/refund.b1/completion", "{\"note\": \"transferred to Sato\"}");
        assertThat(done.expect(200).text("status")).isEqualTo("COMPLETED");
    }

    @Test
    void anUpheldDisputeSendsTheNextInvoiceToAPerson() {
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a2")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c2", "a2"))
                .expect(201);
        ofSecondPayer("d1").expect(201);
        Reply raised = server.post(
                        operator,
                        "/v1/invoices/d1/disputes",
                        "{\"disputeId\": \"x\", \"reason\": \"torn\", \"amount\": \"4320\"}")
                .expect(201);
        assertThat(raised.text("amount")).isEqualTo("4320");
        assertThat(server.post(reviewer, "/v1/tasks/dispute.d1.x/completion", "{\"note\": \"done\"}")
                        .expect(409)
                        .text("detail"))
                .contains("/v1/invoices/d1/disputes/x/resolution");
        server.post(operator, "/v1/invoices/d1/disputes/x/resolution", "{\"outcome\": \"UPHELD\", \"note\": \"so\"}")
                .expect(403);
        server.post(reviewer, "/v1/invoices/d1/disputes/x/resolution", "{\"outcome\": \"UPHELD\", \"note\": \"so\"}")
                .expect(200);

        Reply next = ofSecondPayer("d2").expect(201);
        assertThat(next.text("status")).isEqualTo("IN_REVIEW");
        assertThat(next.json().at("/findings/0/code").asString()).isEqualTo("RECENT_ERROR");
    }

    private static Reply ofSecondPayer(String id) {
        return server.post(
                operator,
                "/v1/invoices",
                Bodies.invoice("acme", id, "SECOND-" + id)
                        .put("accountId", "a2")
                        .put("contractId", "c2")
                        .toString());
    }

    private static void issue(String id, String number) {
        Reply reply = server.post(
                        operator,
                        "/v1/invoices",
                        Bodies.invoice("acme", id, number).toString())
                .expect(201);
        if (!reply.text("status").equals("ISSUED")) {
            throw new AssertionError(reply.response().body());
        }
    }

    private static Reply write(String invoice, String id, String number, int sacks, String tax) {
        return server.post(operator, "/v1/invoices/" + invoice + "/credit-notes", body(id, number, sacks, tax));
    }

    private static Reply decide(String key, String id, String decision) {
        return server.post(
                key,
                "/v1/credit-notes/" + id + "/decision",
                "{\"decision\": \"%s\", \"reason\": \"seen\"}".formatted(decision));
    }

    private static String body(String id, String number, int sacks, String tax) {
        int taxable = sacks * 4000;
        String own = id == null ? "" : "\"creditNoteId\": \"%s\", ".formatted(id);
        return """
                {%s"number": "%s", "issueDate": "2027-12-20", "returnDate": "2027-12-18", "reason": "torn",
                 "lines": [{"code": "RICE", "description": "Rice 10 kg", "quantity": "%d", "unitPrice": "4000",
                            "amount": "%d", "taxCategory": "REDUCED"}],
                 "taxes": [{"taxCategory": "REDUCED", "rate": "8", "taxable": "%d", "tax": "%s"}],
                 "total": "%d"}""".formatted(own, number, sacks, taxable, taxable, tax, taxable + Integer.parseInt(tax));
    }

    private static InvoiceState invoice(String id) {
        ResolvableType type =
                ResolvableType.forClassWithGenerics(CachingRepository.class, Invoice.class, InvoiceState.class);
        CachingRepository<Invoice, InvoiceState> invoices = server.bean(type);
        return invoices.find("acme/invoice/" + id).orElseThrow().state();
    }
}
