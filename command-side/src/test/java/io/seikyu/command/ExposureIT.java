package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Exposure;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
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
