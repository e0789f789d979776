package io.seikyu.command.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.message.MessageStatus;
import io.seikyu.command.outbox.ScriptedSmtp.Point;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageEvent.Doubt;
import io.seikyu.contract.message.MessageEvent.SendingInDoubt;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.mongo.TestMongo;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.ObjectNode;

/** Invoices on their way to payers, over SMTP on real sockets. */
@Timeout(300)
class OutboxIT {
    @TempDir
    private Path data;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private String operator;

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }

    private CommandServer server(Path directory, String mongo, String smtp, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--seikyu.smtp-url=" + smtp,
                "--seikyu.mail-from=請求センター <billing@agency.example>",
                "--seikyu.outbox.first-pause=PT0.1S",
                "--seikyu.outbox.most-refusals=4"));
        settings.addAll(List.of(more));
        return opened(CommandServer.start(directory, mongo, settings.toArray(String[]::new)));
    }

    private CommandServer server(String smtp) {
        CommandServer server = server(data, TestMongo.uriFor(data), smtp);
        registerClient(server);
        return server;
    }

    private void registerClient(CommandServer server) {
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
    }

    private void issue(CommandServer server, String id) {
        submit(server, id);
        server.post(operator, "/v1/invoices/" + id + "/issue", "{}").expect(200);
    }

    private void submit(CommandServer server, String id) {
        submit(server, Bodies.invoice("acme", id, "N-" + id));
    }

    private void submit(CommandServer server, ObjectNode invoice) {
        String id = invoice.get("invoiceId").stringValue();
        Reply submitted = server.post(operator, "/v1/invoices", invoice.toString());
        submitted.expect(201);
        if (!submitted.text("status").equals("APPROVED")) {
            String reviewer = server.key("{\"roles\": [\"REVIEWER\"], \"grants\": [\"acme\"]}");
            server.post(
                            reviewer,
                            "/v1/invoices/" + id + "/decision",
                            "{\"decision\": \"APPROVE\", \"reason\": \"fine\"}")
                    .expect(200);
        }
    }

    private static MessageState state(CommandServer server, String invoice, int round) {
        CachingRepository<Message, MessageState> messages = server.bean(
                ResolvableType.forClassWithGenerics(CachingRepository.class, Message.class, MessageState.class));
        return messages.find(MessageId.of("acme", "invoice", invoice, round).toString())
                .orElseThrow()
                .state();
    }

    private static void await(CommandServer server, String invoice, MessageStatus status) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (state(server, invoice, 1).status() == status) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(state(server, invoice, 1) + " instead of " + status);
    }

    @Test
    void anIssuedInvoiceIsMailedWithItsPdf() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        opened(mail::stop);
        CommandServer server = server("smtp://127.0.0.1:" + mail.getSmtp().getPort());

        issue(server, "i1");
        await(server, "i1", MessageStatus.SENT);

        MimeMessage[] all = mail.getReceivedMessages();
        assertThat(all).hasSize(1);
        assertThat(all[0].getAllRecipients()[0]).hasToString("ap@momiji.example");
        assertThat(MimeUtility.decodeText(all[0].getHeader("From", null))).contains("請求センター");
        assertThat(all[0].getMessageID()).isEqualTo(state(server, "i1", 1).headerId());
        assertThat(all[0].getSubject()).contains("N-i1", "請求書");
        Multipart parts = (Multipart) all[0].getContent();
        Multipart words = (Multipart) parts.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat((String) words.getBodyPart(0).getContent())
                .contains("N-i1", "60,790円", "いつもお世話に")
                .containsPattern("お支払期限　：20\\d\\d年\\d{1,2}月\\d{1,2}日");
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) words.getBodyPart(1).getContent()).contains("N-i1", "60,790円<br>", "いつもお世話に");
        BodyPart pdf = parts.getBodyPart(1);
        assertThat(pdf.getFileName()).isEqualTo("請求書_N-i1.pdf");
        assertThat(pdf.getInputStream().readNBytes(5)).isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aTransientRefusalFreesTheNextAttempt() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        mail.next(Point.RECIPIENT, "450 mailbox busy");
        mail.next(Point.TEXT_ASKED_FOR, "451 try later");
        mail.next(Point.TEXT_TAKEN, "452 no room");
        CommandServer server = server(mail.url());

        issue(server, "i1");
        await(server, "i1", MessageStatus.SENT);

        assertThat(mail.taken()).hasSize(1);
        assertThat(state(server, "i1", 1).attempts()).isEqualTo(4);
    }

    @Test
    void aConnectionThatEndsBeforeTheTextIsADefiniteRefusal() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        mail.next(Point.CONNECTED, "drop");
        mail.next(Point.RECIPIENT, "drop");
        CommandServer server = server(mail.url());

        issue(server, "i1");
        await(server, "i1", MessageStatus.SENT);

        assertThat(mail.taken()).hasSize(1);
        assertThat(state(server, "i1", 1).attempts()).isEqualTo(3);
    }

    @Test
    void aPermanentRefusalFailsAtOnceAndIsSentAgainOnlyWhenAsked() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        mail.next(Point.RECIPIENT, "550 no such user");
        CommandServer server = server(mail.url());

        issue(server, "i1");
        await(server, "i1", MessageStatus.FAILED);
        assertThat(mail.taken()).isEmpty();
        assertThat(server.post(operator, "/v1/invoices/i1/deliveries/invoice.i1.1/outcome", outcome("DELIVERED"))
                        .expect(409)
                        .text("code"))
                .isEqualTo("not-sent");

        server.post(
                        operator,
                        "/v1/invoices/i1/deliveries",
                        "{\"deliverBy\": \"MAIL\", \"to\": \"other@momiji.example\", \"reason\": \"new address\"}")
                .expect(201);
        for (int i = 0; i < 600 && state(server, "i1", 2).status() != MessageStatus.SENT; i++) {
            Thread.sleep(50);
        }
        assertThat(mail.taken()).hasSize(1);
        assertThat(mail.taken().get(0)).contains("other@momiji.example");
    }

    @Test
    void whatNobodyTakesFailsInTheEnd() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        for (int i = 0; i < 4; i++) {
            mail.next(Point.RECIPIENT, "450 mailbox busy");
        }
        CommandServer server = server(mail.url());

        issue(server, "i1");
        await(server, "i1", MessageStatus.FAILED);

        assertThat(state(server, "i1", 1).attempts()).isEqualTo(4);
    }

    @Test
    void aConnectionThatEndsAfterTheTextIsInDoubtUntilAPersonSays() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        mail.next(Point.TEXT_TAKEN, "drop");
        CommandServer server = server(mail.url());

        issue(server, "i1");
        await(server, "i1", MessageStatus.IN_DOUBT);
        assertThat(server.post(operator, "/v1/invoices/i1/deliveries", "{\"reason\": \"again\"}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("delivery-open");
        assertThat(mail.taken()).hasSize(1);

        server.post(
                        operator,
                        "/v1/invoices/i1/deliveries/invoice.i1.1/resolution",
                        "{\"outcome\": \"NOT_SENT\", \"note\": \"the server's log has nothing\"}")
                .expect(200);
        await(server, "i1", MessageStatus.SENT);
        assertThat(state(server, "i1", 1).attempts()).isEqualTo(2);

        server.post(operator, "/v1/invoices/i1/deliveries/invoice.i1.1/outcome", outcome("BOUNCED"))
                .expect(200);
        assertThat(server.post(operator, "/v1/invoices/i1/deliveries/invoice.i1.1/outcome", outcome("DELIVERED"))
                        .expect(409)
                        .text("code"))
                .isEqualTo("delivery-ended");
    }

    /** The process that makes the attempt waits for its mail server's answer, so another one says so. */
    @Test
    void anAttemptWithoutAResultIsInDoubtWhenItsLeaseLapses() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        mail.next(Point.TEXT_TAKEN, "hold");
        TestMongo mongo = opened(TestMongo.fresh());
        CommandServer one = server(data.resolve("one"), mongo.uri(), mail.url(), "--seikyu.outbox.lease=PT2S");
        CommandServer two = server(data.resolve("two"), mongo.uri(), mail.url(), "--seikyu.outbox.lease=PT2S");
        registerClient(one);

        issue(one, "i1");
        mail.awaitArrival(Point.TEXT_TAKEN);

        await(two, "i1", MessageStatus.IN_DOUBT);
        assertThat(doubts(two, "i1")).containsExactly(Doubt.LEASE_LAPSED);
        assertThat(mail.taken()).hasSize(1);
        // or a process would wait for its answer when it is to end
        mail.close();
    }

    private static List<Doubt> doubts(CommandServer server, String invoice) {
        EventCodec codec = server.bean(EventCodec.class);
        return server
                .log()
                .readStream(MessageId.of("acme", "invoice", invoice, 1).toString(), 0, 100)
                .stream()
                .map(StoredEvent::event)
                .map(event -> codec.decode(event.type(), event.revision(), event.payload()))
                .filter(SendingInDoubt.class::isInstance)
                .map(event -> ((SendingInDoubt) event).cause())
                .toList();
    }

    @Test
    void nothingLeavesWhileSendingIsStoppedAndACancelledInvoiceNever() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        CommandServer server = server(mail.url());
        server.post(operator, "/v1/sending/stop", "{\"reason\": \"month end\"}").expect(204);
        issue(server, "i1");
        issue(server, "i2");
        server.post(operator, "/v1/invoices/i2/cancellation", "{\"reason\": \"wrong\"}")
                .expect(200);
        Thread.sleep(1_500);
        assertThat(state(server, "i1", 1).attempts()).isZero();
        assertThat(server.post(
                                operator,
                                "/v1/sending/resume",
                                "{\"reason\": \"-\", \"sentUpTo\": \"2026-01-01T00:00:00Z\"}")
                        .expect(422)
                        .text("code"))
                .isEqualTo("sent-up-to-invalid");

        server.post(operator, "/v1/sending/resume", "{\"reason\": \"over\"}").expect(204);
        await(server, "i1", MessageStatus.SENT);
        await(server, "i2", MessageStatus.WITHDRAWN);
        assertThat(mail.taken()).hasSize(1);
        assertThat(server.post(operator, "/v1/sending/resume", "{\"reason\": \"over\"}")
                        .expect(409)
                        .text("code"))
                .isEqualTo("sending-not-stopped");
    }

    @Test
    void nothingLeavesForAnInsolventPayerNeitherWhatWaitedNorWhatIsIssuedAfterwards() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        CommandServer server = server(mail.url());
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a2")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c2", "a2"))
                .expect(201);
        server.post(operator, "/v1/sending/stop", "{\"reason\": \"month end\"}").expect(204);
        issue(server, "waits");
        server.post(
                        operator,
                        "/v1/accounts/a1/signals",
                        "{\"kind\": \"BANKRUPTCY\", \"source\": \"官報\", \"observedOn\": \"2026-06-01\","
                                + " \"proceeding\": \"破産\"}")
                .expect(201);
        server.post(operator, "/v1/sending/resume", "{\"reason\": \"-\"}").expect(204);
        await(server, "waits", MessageStatus.WITHDRAWN);

        Reply refused = server.post(
                operator, "/v1/invoices/waits/deliveries", "{\"deliverBy\": \"MAIL\", \"reason\": \"again\"}");
        assertThat(refused.expect(409).text("code")).isEqualTo("contact-stopped");
        issue(server, "afterwards");
        assertThat(state(server, "afterwards", 1).channel()).isEqualTo(Channel.CLIENT);

        // another payer's mail shows that the outbox works
        ObjectNode other = Bodies.invoice("acme", "other", "N-other");
        other.put("accountId", "a2").put("contractId", "c2");
        submit(server, other);
        server.post(operator, "/v1/invoices/other/issue", "{}").expect(200);
        await(server, "other", MessageStatus.SENT);
        assertThat(mail.taken()).singleElement().asString().contains("N-other");
    }

    @Test
    void anAdministratorStopsTheWholeAgencyAndAnOperatorDoesNot() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        CommandServer server = server(mail.url());
        String everywhere = server.key("{\"roles\": [\"OPERATOR\"]}");
        server.post(everywhere, "/v1/sending/stop", "{\"reason\": \"-\"}").expect(403);
        server.post(CommandServer.ADMIN, "/v1/sending/stop", "{\"reason\": \"-\"}")
                .expect(204);
        issue(server, "i1");
        Thread.sleep(1_000);
        assertThat(state(server, "i1", 1).attempts()).isZero();

        server.post(CommandServer.ADMIN, "/v1/sending/resume", "{\"reason\": \"-\"}")
                .expect(204);
        await(server, "i1", MessageStatus.SENT);
    }

    @Test
    void twoProcessesOnOneOutboxSendEachMessageOnce() throws Exception {
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        TestMongo mongo = opened(TestMongo.fresh());
        CommandServer one = server(data.resolve("one"), mongo.uri(), mail.url());
        CommandServer two = server(data.resolve("two"), mongo.uri(), mail.url());
        registerClient(one);
        for (int i = 0; i < 20; i++) {
            issue(i % 2 == 0 ? one : two, "i" + i);
        }
        for (int i = 0; i < 20; i++) {
            await(two, "i" + i, MessageStatus.SENT);
            assertThat(state(one, "i" + i, 1).attempts()).isEqualTo(1);
        }
        assertThat(mail.taken()).hasSize(20);
    }

    @Test
    void aCopySendsNothingBeforeAPersonSaysUpToWhenMessagesHadGoneOut() throws Exception {
        if (TestMongo.isExternal()) {
            return; // the log is not in the directory
        }
        ScriptedSmtp mail = opened(new ScriptedSmtp());
        Path original = data.resolve("original");
        try (CommandServer server = CommandServer.start(
                original, "", "--seikyu.smtp-url=" + mail.url(), "--seikyu.mail-from=billing@agency.example")) {
            registerClient(server);
            issue(server, "i1");
            await(server, "i1", MessageStatus.SENT);
            server.post(operator, "/v1/sending/stop", "{\"reason\": \"the copy is made now\"}")
                    .expect(204);
            issue(server, "before");
        }
        try (CommandServer server = server(original, "", mail.url())) {
            issue(server, "restarted");
            server.post(operator, "/v1/sending/resume", "{\"reason\": \"-\"}").expect(204);
            await(server, "restarted", MessageStatus.SENT);
            await(server, "before", MessageStatus.SENT);
            issue(server, "last");
            await(server, "last", MessageStatus.SENT);
            server.post(operator, "/v1/sending/stop", "{\"reason\": \"-\"}").expect(204);
            issue(server, "waiting");
            server.post(operator, "/v1/sending/resume", "{\"reason\": \"-\"}");
            await(server, "waiting", MessageStatus.SENT);
        }
        int sent = mail.taken().size();

        Path copy = data.resolve("copy");
        copy(original, copy);
        CommandServer restored = server(copy, "", mail.url());
        issue(restored, "early");
        Thread.sleep(1_500);
        assertThat(mail.taken()).hasSize(sent);
        assertThat(state(restored, "early", 1).attempts()).isZero();
        assertThat(restored.post(CommandServer.ADMIN, "/v1/sending/resume", "{\"reason\": \"-\"}")
                        .expect(422)
                        .text("code"))
                .isEqualTo("sent-up-to-required");
        String upTo = Instant.now().toString();
        issue(restored, "late");
        restored.post(
                        CommandServer.ADMIN,
                        "/v1/sending/resume",
                        "{\"reason\": \"it is the one now\", \"sentUpTo\": \"" + upTo + "\"}")
                .expect(204);

        await(restored, "early", MessageStatus.IN_DOUBT);
        await(restored, "late", MessageStatus.SENT);
        restored.post(
                        operator,
                        "/v1/invoices/early/deliveries/invoice.early.1/resolution",
                        "{\"outcome\": \"NOT_SENT\", \"note\": \"not in the server's log\"}")
                .expect(200);
        await(restored, "early", MessageStatus.SENT);
        assertThat(mail.taken()).hasSize(sent + 2);
    }

    @Test
    void withoutAServerMailBecomesAFile() throws Exception {
        CommandServer server = opened(CommandServer.start(data, TestMongo.uriFor(data)));
        registerClient(server);
        issue(server, "i1");
        await(server, "i1", MessageStatus.SENT);

        try (Stream<Path> files = Files.list(data.resolve("outbox/acme"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("invoice.i1.1.1.eml");
        }
        assertThat(Files.readString(data.resolve("outbox/acme/invoice.i1.1.1.eml")))
                .contains(state(server, "i1", 1).headerId());
    }

    private static String outcome(String outcome) {
        return "{\"outcome\": \"" + outcome + "\"}";
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
