package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.store.CachingRepository;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;

/** Many at once on one thing: nobody sees a conflict that he did not ask for, and nothing is given out twice. */
class RacesIT {
    @TempDir
    static Path data;

    static CommandServer server;
    static String operator;

    @BeforeAll
    static void aClientCompanyThatIssuesAtOnce() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", true))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ofManyInvoicesWithOneNumberExactlyOneHasIt() throws Exception {
        List<Reply> replies = Parallel.times(32, i -> submit("same-" + i, "SAME"));

        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream().filter(reply -> reply.text("status").equals("ISSUED")))
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.text("status").equals("DISCREPANT")))
                .hasSize(31)
                .allMatch(
                        reply -> reply.json().at("/findings/0/code").asString().equals("DUPLICATE_INVOICE_NUMBER"));
    }

    @Test
    void ofManyThatClaimTheSameAllButOneGoToAPerson() throws Exception {
        LocalDate day = LocalDate.of(2027, 1, 4);
        List<Reply> replies = Parallel.times(
                16,
                i -> server.post(
                        operator,
                        "/v1/invoices",
                        Bodies.invoice("acme", "claim-" + i, "CLAIM-" + i, day).toString()));

        assertThat(replies.stream().filter(reply -> reply.text("status").equals("ISSUED")))
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.text("status").equals("IN_REVIEW")))
                .hasSize(15)
                .allMatch(
                        reply -> reply.json().at("/findings/0/code").asString().equals("DUPLICATE_CONTENT"));
    }

    @Test
    void ofManyWithOneIdExactlyOneIsTaken() throws Exception {
        List<Reply> replies = Parallel.times(16, i -> submit("one-id", "ONE-ID-" + i));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 409))
                .hasSize(15)
                .allMatch(reply -> reply.text("code").equals("already-exists"));
    }

    @Test
    void anInvoiceNeverTakesMoreThanItClaims() throws Exception {
        submit("popular", "POPULAR").expect(201);

        List<Reply> replies = Parallel.times(
                16, i -> server.post(operator, "/v1/receipts", Bodies.receipt("acme", "p" + i, "popular", "10000")));

        assertThat(replies).allMatch(reply -> reply.status() == 201);
        BigDecimal taken = replies.stream()
                .map(reply -> reply.json().at("/allocations/0/amount"))
                .filter(amount -> !amount.isMissingNode())
                .map(amount -> new BigDecimal(amount.asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(taken).isEqualByComparingTo("60790");
        assertThat(replies.stream().filter(reply -> reply.text("status").equals("ALLOCATED")))
                .hasSize(6);
        assertThat(replies.stream().filter(reply -> reply.text("status").equals("PARTLY_ALLOCATED")))
                .hasSize(1);
        assertThat(invoice("popular").balance()).isEqualByComparingTo("0");
    }

    @Test
    void manyReceiptsWithOneIdAreOneReceipt() throws Exception {
        submit("once", "ONCE").expect(201);

        List<Reply> replies = Parallel.times(
                8, i -> server.post(operator, "/v1/receipts", Bodies.receipt("acme", "once", "once", "1000")));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(invoice("once").balance()).isEqualByComparingTo("59790");
    }

    @Test
    void manyKeysOfOneRingAreAllIssued() throws Exception {
        List<Reply> replies =
                Parallel.times(16, i -> server.post(CommandServer.ADMIN, "/v1/api-keys", "{\"roles\": [\"AUDITOR\"]}"));

        assertThat(replies).allMatch(reply -> reply.status() == 201);
    }

    private static Reply submit(String id, String number) {
        return server.post(
                operator, "/v1/invoices", Bodies.invoice("acme", id, number).toString());
    }

    private static InvoiceState invoice(String id) {
        ResolvableType type =
                ResolvableType.forClassWithGenerics(CachingRepository.class, Invoice.class, InvoiceState.class);
        CachingRepository<Invoice, InvoiceState> invoices = server.bean(type);
        return invoices.find("acme/invoice/" + id).orElseThrow().state();
    }
}
