package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.command.CommandServer.Reply;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.eventlog.NewEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Payers who owe, on a command side whose days pass as a test asks. */
final class Debtors {
    static final String[] SANDBOX = {"--seikyu.sandbox=true"};

    private static final String CLOCK = "/v1/sandbox/clock";
    private static final BankCalendar CALENDAR = BankCalendar.japan();

    private final CommandServer server;
    private final String operator;

    /** @param first whether the client company is not there yet */
    Debtors(CommandServer server, boolean first) {
        this.server = server;
        if (first) {
            server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                    .expect(201);
        }
        this.operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
    }

    /**
     * A payer who has an invoice of last month.
     *
     * @return when it is due: at the end of this one
     */
    LocalDate owes(String payer) {
        LocalDate day = today().withDayOfMonth(1).minusMonths(1);
        server.post(operator, "/v1/accounts", Bodies.account("acme", payer)).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", payer + "-c", payer))
                .expect(201);
        ObjectNode invoice = Bodies.invoice("acme", payer + "-1", "N-" + payer, day)
                .put("accountId", payer)
                .put("contractId", payer + "-c");
        Reply submitted = server.post(operator, "/v1/invoices", invoice.toString());
        assertThat(submitted.expect(201).text("status"))
                .as(submitted.response().body())
                .isEqualTo("APPROVED");
        String path = "/v1/invoices/" + payer + "-1";
        server.post(operator, path + "/issue", "{\"deliverBy\": \"CLIENT\"}").expect(200);
        server.post(operator, path + "/deliveries/invoice." + payer + "-1.1/outcome", "{\"outcome\": \"SENT\"}")
                .expect(200);
        return LocalDate.parse(invoice.get("dueDate").stringValue());
    }

    void holdUntil(String payer, LocalDate day) {
        server.post(
                        operator,
                        "/v1/accounts/" + payer + "/holds",
                        "{\"holdId\": \"h\", \"reason\": \"later\", \"until\": \"" + day + "\"}",
                        "Seikyu-Client",
                        "acme")
                .expect(201);
    }

    private Instant now() {
        return Instant.parse(
                server.send(CommandServer.ADMIN, "GET", CLOCK, null).expect(200).text("now"));
    }

    private LocalDate today() {
        return BusinessDay.of(now());
    }

    static LocalDate bankingDays(LocalDate day, int count) {
        return CALENDAR.plusBankingDays(day, count);
    }

    static Instant at(LocalDate day, int hour) {
        return BusinessDay.at(day, LocalTime.of(hour, 0));
    }

    void until(LocalDate day, int hour) {
        until(at(day, hour));
    }

    void until(Instant time) {
        Instant to = time.isBefore(now()) ? now().plusSeconds(60) : time;
        server.post(CommandServer.ADMIN, CLOCK, "{\"set\": \"" + to + "\"}").expect(200);
    }

    /** How many events of a stream are of this type. */
    long count(String stream, String type) {
        return server.log().readStream(stream, 0, 500).stream()
                .map(stored -> stored.event())
                .map(NewEvent::type)
                .filter(type::equals)
                .count();
    }

    /** The names of the mails that left with this data directory. */
    static List<String> mails(Path data) {
        Path folder = data.resolve("outbox/acme");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("reminder."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
