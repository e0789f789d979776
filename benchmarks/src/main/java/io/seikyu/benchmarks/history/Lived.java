package io.seikyu.benchmarks.history;

import io.seikyu.benchmarks.review.Portfolio;
import io.seikyu.benchmarks.review.SeikyuServer;
import io.seikyu.contract.calendar.BankCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A client company with a few payers in the program's own sandbox: invoices are submitted, issued and delivered at the
 * beginning of months, and paid on the day, late, or later than the first reminders.
 */
public final class Lived {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final List<Integer> DELAYS = List.of(0, 0, 0, 3, 0, 12, 0, 25);
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx1g", "-Dseikyu.sandbox=true");

    private final SeikyuServer server;
    private final Portfolio portfolio;
    private final SortedMap<LocalDate, List<Step>> plan = new TreeMap<>();

    private Lived(SeikyuServer server, int payers) {
        this.server = server;
        this.portfolio = new Portfolio(payers);
    }

    /** One thing that is done on its day. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Lives {@code months} and what follows from them, and leaves the program's data in {@code work}.
     *
     * @param paid whether payers pay; otherwise it ends on the eve of the first reminder
     */
    public static void live(Path jar, Path work, int payers, int months, boolean paid)
            throws IOException, InterruptedException {
        try (SeikyuServer server = SeikyuServer.start(jar, work, FLAGS)) {
            new Lived(server, payers).live(months, paid);
        }
    }

    private void live(int months, boolean paid) throws IOException, InterruptedException {
        until(today().plusMonths(1).withDayOfMonth(1));
        server.post("/v1/clients", portfolio.client());
        for (int payer = 0; payer < portfolio.payers(); payer++) {
            Map<String, Object> account = new HashMap<>(portfolio.payer(payer));
            account.put("email", "p" + payer + "@payer.example");
            server.post("/v1/accounts", account);
            server.post("/v1/contracts", portfolio.contract(payer));
        }
        for (int month = 0; month < months; month++) {
            LocalDate day = today().plusMonths(month);
            for (int payer = 0; payer < portfolio.payers(); payer++) {
                plan(payer, day, paid);
            }
        }
        while (!plan.isEmpty()) {
            LocalDate day = plan.firstKey();
            until(day);
            for (Step step : plan.remove(day)) {
                step.run();
            }
        }
        if (!paid) {
            until(firstReminder().minusDays(1));
        }
    }

    /** The day on which somebody is to be reminded first. */
    private LocalDate firstReminder() throws IOException, InterruptedException {
        LocalDate first = LocalDate.MAX;
        for (JsonNode next : server.get("/v1/agenda").get("items")) {
            LocalDate day = LocalDate.ofInstant(Instant.parse(next.get("at").asString()), JAPAN);
            first = day.isBefore(first) ? day : first;
        }
        return first;
    }

    private void plan(int payer, LocalDate day, boolean paid) {
        LocalDate of = day.minusDays(1);
        int number = Math.toIntExact(FIRST_DAY.until(of, ChronoUnit.DAYS)) * portfolio.payers() + payer;
        Map<String, Object> invoice = portfolio.invoice(number);
        on(day, () -> issue(invoice));
        if (paid) {
            LocalDate due = LocalDate.parse((String) invoice.get("dueDate"));
            LocalDate pays = due.plusDays(DELAYS.get((payer + of.getMonthValue()) % DELAYS.size()));
            on(BankCalendar.japan().plusBankingDays(pays.minusDays(1), 1), () -> pay(invoice));
        }
    }

    private void on(LocalDate day, Step step) {
        plan.computeIfAbsent(day, any -> new ArrayList<>()).add(step);
    }

    private void issue(Map<String, Object> invoice) throws IOException, InterruptedException {
        String path = "/v1/invoices/" + invoice.get("invoiceId");
        if (server.post("/v1/invoices", invoice).get("status").asString().equals("IN_REVIEW")) {
            server.post(path + "/decision", Map.of("decision", "APPROVE", "reason", "as every month"));
        }
        server.post(path + "/issue", Map.of("deliverBy", "CLIENT"));
        JsonNode issued = server.get(path);
        String delivery = issued.at("/deliveries/0/deliveryId").asString();
        server.post(path + "/deliveries/" + delivery + "/outcome", Map.of("outcome", "SENT"));
    }

    private void pay(Map<String, Object> invoice) throws IOException, InterruptedException {
        server.post(
                "/v1/receipts",
                Map.of(
                        "clientId", Portfolio.CLIENT,
                        "bookedOn", today().toString(),
                        "amount", invoice.get("total"),
                        "payerName", "ｹｲｿｸ",
                        "invoiceId", invoice.get("invoiceId")));
    }

    private LocalDate today() throws IOException, InterruptedException {
        return LocalDate.ofInstant(server.now(), JAPAN);
    }

    /** Until ten in the morning. */
    private void until(LocalDate day) throws IOException, InterruptedException {
        if (day.isAfter(today())) {
            server.setClock(day.atTime(10, 0).atZone(JAPAN).toInstant());
        }
    }
}
