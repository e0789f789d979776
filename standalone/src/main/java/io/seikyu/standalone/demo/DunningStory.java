package io.seikyu.standalone.demo;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.standalone.demo.Api.As;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One payer of each segment who does not pay, and what is said to it day by day (督促): the sandbox's days pass, and the
 * people of the story agree to everything, post every letter and reach nobody on the phone.
 */
final class DunningStory {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String CLIENT = "minato";
    private static final PaymentTerms TERMS = new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT);
    private static final int DAYS = 80;

    private final Samples samples = new Samples();
    private final As admin;
    private final As operator;
    private final As reviewer;
    private final As client;
    private final Consumer<String> progress;

    DunningStory(Api api, As admin, Consumer<String> progress) {
        this.admin = admin;
        this.progress = progress;
        this.operator = key(api, Map.of("roles", List.of("OPERATOR")));
        this.reviewer = key(api, Map.of("roles", List.of("REVIEWER")));
        this.client = key(api, Map.of("roles", List.of("CLIENT"), "clientId", CLIENT));
    }

    private As key(Api api, Map<String, Object> wanted) {
        return api.as(admin.post("/v1/api-keys", wanted).get("key").asString(), CLIENT);
    }

    /** @param delays days after the due date of each settled invoice, the oldest first */
    private record Payer(String id, String name, List<Integer> delays) {}

    List<Row> run() {
        List<Payer> payers = List.of(
                new Payer("d-prompt", "即日商事", List.of(0, 0, 0, 0, 0)),
                new Payer("d-standard", "並木物産", List.of()),
                new Payer("d-late", "遅山工業", List.of(20, 22, 20, 21, 20)),
                new Payer("d-hardship", "苦楽堂", List.of()),
                new Payer("d-at-risk", "傾斜運輸", List.of(0, 3, 6, 9, 12, 15, 18, 21, 24)));
        payers.forEach(this::open);
        operator.post("/v1/accounts/d-hardship/correspondence", correspondence());
        progress.accept(payers.size() + " payers, one of each segment, who have an invoice and do not pay");
        for (int day = 1; day <= DAYS; day++) {
            admin.post("/v1/sandbox/clock", Map.of("advance", "P1D"));
            if (LocalDate.ofInstant(now(), JAPAN).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                payers.forEach(payer -> peopleDoTheirPart(payer.id()));
            }
            if (day % 20 == 0) {
                progress.accept(day + " of " + DAYS + " days passed");
            }
        }
        return payers.stream().flatMap(payer -> told(payer).stream()).toList();
    }

    private Map<String, String> correspondence() {
        return Map.of(
                "channel", "PHONE",
                "direction", "IN",
                "at", now().toString(),
                "summary", "一時的に資金繰りが苦しいとのこと",
                "background", "CASH_FLOW");
    }

    private void open(Payer payer) {
        operator.post("/v1/accounts", with(samples.accounts().get(0), "accountId", payer.id(), "name", payer.name()));
        operator.post(
                "/v1/contracts",
                with(
                        samples.contracts().get(0),
                        "contractId",
                        payer.id(),
                        "accountId",
                        payer.id(),
                        "effectiveFrom",
                        thisMonth().minusYears(2).atDay(1).toString()));
        YearMonth month = thisMonth().minusMonths(2 + payer.delays().size());
        for (int delay : payer.delays()) {
            LocalDate due = issue(payer, month);
            pay(payer, month, due.plusDays(delay));
            month = month.plusMonths(1);
        }
        issue(payer, thisMonth().minusMonths(1));
    }

    /** @return when it is due */
    private LocalDate issue(Payer payer, YearMonth month) {
        String id = id(payer, month);
        LocalDate due = TERMS.dueDate(month.atEndOfMonth(), BankCalendar.japan());
        ObjectNode invoice = with(
                samples.invoice("inv-001"),
                "invoiceId",
                id,
                "invoiceNumber",
                id.toUpperCase(Locale.ROOT),
                "accountId",
                payer.id(),
                "contractId",
                payer.id(),
                "transactionFrom",
                month.atDay(1).toString(),
                "transactionTo",
                month.atEndOfMonth().toString(),
                "issueDate",
                month.atEndOfMonth().plusDays(1).toString(),
                "dueDate",
                due.toString());
        ((ObjectNode) invoice.get("recipient")).put("name", payer.name());
        JsonNode submitted = operator.post("/v1/invoices", invoice);
        if (submitted.get("status").asString().equals("IN_REVIEW")) {
            reviewer.post(
                    "/v1/invoices/" + id + "/decision", Map.of("decision", "APPROVE", "reason", "as every month"));
        }
        operator.post("/v1/invoices/" + id + "/issue", Map.of("deliverBy", "CLIENT"));
        String delivery = operator.get("/v1/invoices/" + id + "?atLeast=" + operator.position())
                .at("/deliveries/0/deliveryId")
                .asString();
        operator.post(
                "/v1/invoices/" + id + "/deliveries/" + delivery + "/outcome",
                Map.of("outcome", "DELIVERED", "at", at(month.atEndOfMonth().plusDays(1))));
        return due;
    }

    private void pay(Payer payer, YearMonth month, LocalDate on) {
        String id = id(payer, month);
        String open = operator.get("/v1/invoices/" + id + "?atLeast=" + operator.position())
                .get("balance")
                .asString();
        operator.post(
                "/v1/receipts",
                Map.of(
                        "clientId", CLIENT,
                        "bookedOn", on.toString(),
                        "amount", open,
                        "payerName",
                                samples.accounts().get(0).at("/payerNames/0").asString(),
                        "invoiceId", id));
    }

    private static String id(Payer payer, YearMonth month) {
        return payer.id() + "-" + month;
    }

    /** Who has to agree agrees, letters are posted, and nobody answers the phone. */
    private void peopleDoTheirPart(String payer) {
        for (JsonNode reminder : reminders(payer)) {
            String path = "/v1/reminders/" + reminder.path("reminderId").asString("");
            String state = reminder.get("state").asString();
            String channel = reminder.get("channel").asString();
            if (state.equals("AWAITING_APPROVAL")) {
                for (JsonNode approver : reminder.get("needs")) {
                    As who = approver.asString().equals("CLIENT") ? client : reviewer;
                    who.post(path + "/decision", Map.of("decision", "APPROVE", "reason", "nothing speaks against it"));
                }
            } else if (state.equals("QUEUED") && channel.endsWith("LETTER")) {
                operator.post(path + "/outcome", Map.of("outcome", "SENT", "note", "posted"));
            } else if (state.equals("QUEUED") && channel.equals("PHONE")) {
                operator.post("/v1/tasks/" + call(reminder) + "/completion", Map.of("outcome", "NO_ANSWER"));
            }
        }
    }

    private String call(JsonNode reminder) {
        String about = CLIENT + "/reminder/" + reminder.path("reminderId").asString();
        return operator.get("/v1/tasks?kind=CALL_PAYER&about=" + about + "&atLeast=" + operator.position())
                .at("/items/0/taskId")
                .asString();
    }

    private List<JsonNode> reminders(String payer) {
        List<JsonNode> all = new ArrayList<>();
        admin.get("/v1/reminders?limit=200&accountId=" + payer + "&atLeast=" + admin.position())
                .get("items")
                .forEach(all::add);
        return all;
    }

    private List<Row> told(Payer payer) {
        return reminders(payer.id()).stream()
                .filter(it -> !it.get("state").asString().equals("SUPPRESSED"))
                .sorted(Comparator.comparing(it -> it.get("plannedAt").asString()))
                .map(it -> Row.of(payer.name(), it))
                .toList();
    }

    private static String at(LocalDate day) {
        return day.atTime(10, 0).atZone(JAPAN).toInstant().toString();
    }

    private YearMonth thisMonth() {
        return YearMonth.from(now().atZone(JAPAN));
    }

    private Instant now() {
        return Instant.parse(admin.get("/v1/sandbox/clock").get("now").asString());
    }

    private static ObjectNode with(JsonNode sample, String... fields) {
        ObjectNode changed = (ObjectNode) sample.deepCopy();
        for (int i = 0; i < fields.length; i += 2) {
            changed.put(fields[i], fields[i + 1]);
        }
        return changed;
    }

    /** A contact with a payer, as it ended. */
    record Row(
            String payer,
            String segment,
            LocalDate day,
            String stage,
            String channel,
            String tone,
            BigDecimal amount,
            String state) {
        static Row of(String payer, JsonNode reminder) {
            return new Row(
                    payer,
                    reminder.get("segment").asString(),
                    LocalDate.ofInstant(Instant.parse(reminder.get("at").asString()), JAPAN),
                    reminder.get("stage").asString(),
                    reminder.get("channel").asString(),
                    reminder.get("tone").asString(),
                    new BigDecimal(reminder.at("/items/0/amount").asString()),
                    reminder.get("state").asString());
        }
    }
}
