package io.seikyu.command.outbox;

import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.MessageId;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.ResolvableType;

/**
 * A command side in a process of its own, to be killed. It reads {@code issue <invoice>} and {@code state <invoice>},
 * and answers each with a line that begins with {@code =}.
 */
public final class OutboxChild {
    private final CommandServer server;
    private String operator;

    private OutboxChild(CommandServer server) {
        this.server = server;
    }

    /** @param arguments the data directory, where the log is or {@code -}, and the mail server */
    public static void main(String[] arguments) throws Exception {
        OutboxChild child = new OutboxChild(CommandServer.start(
                Path.of(arguments[0]),
                arguments[1].equals("-") ? "" : arguments[1],
                "--seikyu.smtp-url=" + arguments[2],
                "--seikyu.mail-from=billing@agency.example",
                "--seikyu.outbox.lease=PT1S",
                "--seikyu.outbox.first-pause=PT0.1S"));
        child.prepare();
        say("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            say(words[0].equals("issue") ? child.issue(words[1]) : child.state(words[1]));
        }
    }

    private static void say(String words) {
        System.out.println("=" + words);
    }

    private void prepare() {
        Reply first = server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false));
        operator = server.key("{\"roles\": [\"OPERATOR\", \"REVIEWER\"], \"grants\": [\"acme\"]}");
        if (first.status() == 201) {
            server.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
            server.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                    .expect(201);
        }
    }

    private String issue(String id) {
        String body = Bodies.invoice("acme", id, "N-" + id).toString();
        Reply submitted = server.post(operator, "/v1/invoices", body).expect(201);
        if (!submitted.text("status").equals("APPROVED")) {
            String reviewer = server.key("{\"roles\": [\"REVIEWER\"], \"grants\": [\"acme\"]}");
            server.post(
                            reviewer,
                            "/v1/invoices/" + id + "/decision",
                            "{\"decision\": \"APPROVE\", \"reason\": \"fine\"}")
                    .expect(200);
        }
        server.post(operator, "/v1/invoices/" + id + "/issue", "{}").expect(200);
        return "issued";
    }

    private String state(String id) {
        CachingRepository<Message, MessageState> messages = server.bean(
                ResolvableType.forClassWithGenerics(CachingRepository.class, Message.class, MessageState.class));
        return messages.find(MessageId.of("acme", "invoice", id, 1).toString())
                .map(message -> message.state().status().name())
                .orElse("UNKNOWN");
    }
}
