package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Books;
import io.seikyu.command.account.CreditBook;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Exposure;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.ObjectNode;

/** What a payer's account knows about money follows its invoices, in the same commit, over HTTP. */
class ExposureIT {
    private static final String CREDIT_NOTE = """
            {"creditNoteId": "n5", "number": "CN-5", "issueDate": "2027-12-20", "returnDate": "2027-12-18",
             "reason": "torn",
             "lines": [{"code": "RICE", "description": "Rice 10 kg", "quantity": "2", "unitPrice": "4000",
                        "amount": "8000", "taxCategory": "REDUCED"}],
             "taxes": [{"taxCategory": "REDUCED", "rate": "8", "taxable": "8000", "tax": "640"}],
             "total": "8640"}""";

    @TempDir
    static Path data;

    static CommandServer server;
    static String operator;
    static String reviewer;

    @BeforeAll
    static void aClientCompanyThatIssuesByHand() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        reviewer = server.key("{\"roles\": [\"REVIEWER\", \"OPERATOR\"], \"grants\": [\"acme\"]}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itFollowsAnInvoiceFromApprovalToTheLastYen() {
        String payer = payer("a1");
        submit(payer, "i1").expect(201);
        assertExposure(payer, "0", "60790");

        post("/v1/invoices/i1/issue", "{\"deliverBy\": \"CLIENT\"}").expect(200);
        assertExposure(payer, "60790", "0");

        post("/v1/receipts", Bodies.receipt("acme", "r1", "i1", "20000")).expect(201);
        assertExposure(payer, "40790", "0");

        post("/v1/receipts", Bodies.receipt("acme", "r2", "i1", "40790")).expect(201);
        assertExposure(payer, "0", "0");
        PaymentProfile profile = account(payer).profile(LocalDate.of(2026, 5, 25));
        assertThat(profile.methods()).isEqualTo(Map.of(Method.TRANSFER, 2));
        assertThat(profile.settled()).isEqualTo(1);
    }

    @Test
    void whatIsCancelledIsNotAtRiskAnyMore() {
        String payer = payer("a2");
        submit(payer, "i2").expect(201);
        post("/v1/invoices/i2/issue", "{\"deliverBy\": \"CLIENT\"}").expect(200);
        assertExposure(payer, "60790", "0");

        post("/v1/invoices/i2/cancellation", "{\"reason\": \"mistaken\"}").expect(200);

        assertExposure(payer, "0", "0");
    }

    @Test
    void aCorrectionMovesTheClaimToAnotherPayer() {
        String one = payer("a3");
        String other = payer("a4");
        submit(one, "i3").expect(201);
        ObjectNode moved = invoice(other, "i3").put("reason", "the other branch");
        moved.remove("invoiceId");
        post("/v1/invoices/i3/corrections", moved.toString()).expect(200);

        assertExposure(one, "0", "0");
        assertExposure(other, "0", "60790");
    }

    @Test
    void aCreditNoteLowersIt() {
        String payer = payer("a5");
        submit(payer, "i5").expect(201);
        post("/v1/invoices/i5/issue", "{\"deliverBy\": \"CLIENT\"}").expect(200);
        post("/v1/invoices/i5/credit-notes", CREDIT_NOTE).expect(201);
        server.post(reviewer, "/v1/credit-notes/n5/decision", "{\"decision\": \"APPROVE\", \"reason\": \"-\"}")
                .expect(200);

        assertExposure(payer, "52150", "0");
    }

    @Test
    void ofManyReservationsAtOnceExactlyThosePassThatTheLimitHasRoomFor() throws Exception {
        String payer = payer("a6");
        limit(payer, "100000");
        submit(payer, "i6").expect(201);
        limit(payer, "160790");

        List<Reply> replies = Parallel.times(32, i -> reserve(payer, "r6-" + i, "10000"));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(10);
        assertThat(replies.stream().filter(reply -> reply.status() == 422))
                .hasSize(22)
                .allMatch(reply -> reply.text("code").equals("credit-limit-exceeded")
                        && reply.text("left").equals("0"));
        assertThat(account(payer).exposure(today()).total()).isEqualByComparingTo("160790");
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(Reply::position)
                        .distinct())
                .as("each in a commit of its own")
                .hasSize(10);
    }

    @Test
    void aReservationIsUsedUpByTheInvoiceThatCitesItAndByNoOther() {
        String payer = payer("a7");
        limit(payer, "60790");
        reserve(payer, "r7", "60790").expect(201);

        Reply billed = post(
                "/v1/invoices", invoice(payer, "i7").put("reservationId", "r7").toString());

        assertThat(billed.expect(201).text("status")).isEqualTo("APPROVED");
        assertThat(billed.json().at("/coverage/status").asString()).isEqualTo("COVERED");
        assertThat(billed.json().at("/coverage/reasons/0").asString()).isEqualTo("RESERVED");
        assertExposure(payer, "0", "60790");
        assertThat(account(payer).exposure(today()).reserved()).isZero();
        Reply again = post(
                "/v1/invoices",
                invoice(payer, "i7-2").put("reservationId", "r7").toString());
        assertThat(again.expect(201).text("status")).isEqualTo("IN_REVIEW");
        assertThat(codes(again)).containsExactlyInAnyOrder("RESERVATION_NOT_VALID", "CREDIT_LIMIT_EXCEEDED");
        assertThat(release(payer, "r7").expect(409).text("code")).isEqualTo("reservation-ended");
    }

    @Test
    void aReservationIsKeptForAnInvoiceThatWaitsAndFreeAgainWhenItIsRejected() {
        String payer = payer("a8");
        limit(payer, "60790");
        reserve(payer, "r8", "60790").expect(201);
        ObjectNode doubtful = invoice(payer, "i8").put("reservationId", "r8");
        doubtful.putArray("precedingInvoices").add("older");
        assertThat(post("/v1/invoices", doubtful.toString()).expect(201).text("status"))
                .isEqualTo("IN_REVIEW");
        assertThat(account(payer).exposure(today()).reserved()).isEqualByComparingTo("60790");
        assertThat(release(payer, "r8").expect(409).text("code")).isEqualTo("reservation-in-use");

        decide("i8", "REJECT").expect(200);

        assertThat(account(payer).exposure(today()).total()).isEqualByComparingTo("60790");
        release(payer, "r8").expect(204);
        assertThat(account(payer).exposure(today()).total()).isZero();
    }

    @Test
    void whatIsBeyondTheLimitIsBilledAndNotCovered() {
        String payer = payer("a9");
        limit(payer, "100000");
        submit(payer, "i9").expect(201);

        Reply second = submit(payer, "i10").expect(201);

        assertThat(second.text("status")).isEqualTo("APPROVED");
        assertThat(codes(second)).containsExactly("CREDIT_LIMIT_EXCEEDED");
        assertThat(second.json().at("/coverage/status").asString()).isEqualTo("PARTLY_COVERED");
        assertThat(second.json().at("/coverage/amount").asString()).isEqualTo("39210");
        assertExposure(payer, "0", "121580");
    }

    /** Each saw the whole limit when it was reviewed; it is there once. */
    @Test
    void coverageIsDecidedAnewWhenAPersonApproves() {
        String payer = payer("a11");
        limit(payer, "60790");
        for (String id : List.of("i11", "i12")) {
            ObjectNode doubtful = invoice(payer, id);
            doubtful.putArray("precedingInvoices").add("older");
            Reply reviewed = post("/v1/invoices", doubtful.toString()).expect(201);
            assertThat(reviewed.json().at("/coverage/status").asString()).isEqualTo("COVERED");
        }

        Reply first = decide("i11", "APPROVE").expect(200);
        Reply second = decide("i12", "APPROVE").expect(200);

        assertThat(first.json().at("/coverage/status").asString()).isEqualTo("COVERED");
        assertThat(second.json().at("/coverage/status").asString()).isEqualTo("NOT_COVERED");
    }

    @Test
    void aPayerThatNobodyScreenedHasNoCheckAndNoCover() {
        String payer = payer("a12");
        Reply billed = submit(payer, "i13").expect(201);

        assertThat(billed.json().at("/coverage/status").asString()).isEqualTo("UNSCREENED");
        assertThat(codes(billed)).isEmpty();
        assertThat(reserve(payer, "r", "1").expect(409).text("code")).isEqualTo("payer-not-screened");
    }

    private static void limit(String payer, String limit) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        server.bean(CreditBook.class)
                .screened(new AccountId("acme", payer), Books.screened(limit).screening());
        unit.commit();
    }

    private static Reply reserve(String payer, String id, String amount) {
        return post(
                "/v1/accounts/" + payer + "/credit-reservations",
                "{\"reservationId\": \"%s\", \"amount\": \"%s\", \"validUntil\": \"%s\"}"
                        .formatted(id, amount, today().plusDays(30)));
    }

    private static Reply release(String payer, String id) {
        String path = "/v1/accounts/" + payer + "/credit-reservations/" + id;
        return server.send(operator, "DELETE", path, null, "Seikyu-Client", "acme");
    }

    private static Reply decide(String invoice, String decision) {
        return server.post(
                reviewer,
                "/v1/invoices/" + invoice + "/decision",
                "{\"decision\": \"%s\", \"reason\": \"seen\"}".formatted(decision),
                "Seikyu-Client",
                "acme");
    }

    private static List<String> codes(Reply reply) {
        List<String> codes = new ArrayList<>();
        reply.json()
                .path("findings")
                .forEach(finding -> codes.add(finding.path("code").asString()));
        return codes;
    }

    private static String payer(String id) {
        post("/v1/accounts", Bodies.account("acme", id)).expect(201);
        post("/v1/contracts", Bodies.contract("acme", "c" + id, id)).expect(201);
        return id;
    }

    private static Reply submit(String payer, String invoice) {
        return post("/v1/invoices", invoice(payer, invoice).toString());
    }

    private static ObjectNode invoice(String payer, String invoice) {
        return Bodies.invoice("acme", invoice, "N-" + invoice)
                .put("accountId", payer)
                .put("contractId", "c" + payer);
    }

    private static Reply post(String path, String body) {
        return server.post(operator, path, body, "Seikyu-Client", "acme");
    }

    private static void assertExposure(String payer, String unpaid, String approved) {
        Exposure exposure = account(payer).exposure(today());
        assertThat(exposure.unpaid()).isEqualByComparingTo(unpaid);
        assertThat(exposure.approved()).isEqualByComparingTo(approved);
    }

    private static LocalDate today() {
        return server.bean(BusinessDay.class).today();
    }

    private static CustomerAccount account(String id) {
        ResolvableType type =
                ResolvableType.forClassWithGenerics(CachingRepository.class, CustomerAccount.class, AccountState.class);
        CachingRepository<CustomerAccount, AccountState> accounts = server.bean(type);
        return accounts.find("acme/account/" + id).orElseThrow();
    }
}
