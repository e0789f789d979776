package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Outcome.Finding;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the demo prints once everything has happened. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void invoices(Collection<Outcome> outcomes) {
        Table table = new Table("Invoice", "Payer", ">Total", "Review", "Then", "Status", ">Open");
        for (Outcome outcome : outcomes) {
            table.add(
                    outcome.number(),
                    outcome.payer(),
                    yen(outcome.total()),
                    review(outcome),
                    String.join(", ", outcome.history()),
                    outcome.status(),
                    yen(outcome.balance()));
        }
        section("Invoices", table);
    }

    private static String review(Outcome outcome) {
        List<String> codes = outcome.review().codes();
        return codes.isEmpty() ? "approved" : String.join(" ", codes);
    }

    void findings(Collection<Outcome> outcomes) {
        Table table = new Table("Invoice", "Finding", "Where", "Expected", "Actual");
        for (Outcome outcome : outcomes) {
            for (Finding finding : outcome.review().findings()) {
                table.add(
                        outcome.number(),
                        finding.code(),
                        finding.pointer(),
                        shortened(finding.expected()),
                        shortened(finding.actual()));
            }
        }
        section("What the review found", table);
    }

    void totals(Collection<Outcome> outcomes, Collection<JsonNode> receipts) {
        Table table = new Table("", ">Number", ">Yen");
        Map<String, List<Outcome>> byStatus =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, some) -> table.add(
                status.toLowerCase(Locale.ROOT).replace('_', ' '),
                String.valueOf(some.size()),
                yen(sum(some, Outcome::total))));
        table.add("still open", "", yen(sum(outcomes, Outcome::balance)));
        table.add("receipts", String.valueOf(receipts.size()), "");
        section("In sum", table);
    }

    void audit(String number, JsonNode stream) {
        Table table = new Table(">Position", "Recorded at", "Event", "By", "Reason");
        for (JsonNode event : items(stream)) {
            table.add(
                    event.path("position").asString("-"),
                    event.path("recordedAt").asString(event.path("time").asString("-")),
                    event.path("type").asString("-"),
                    event.path("actor").asString("-"),
                    event.path("reason").asString(""));
        }
        section("Audit of " + number, table);
    }

    private static List<JsonNode> items(JsonNode stream) {
        JsonNode array = stream.isArray() ? stream : stream.path("items");
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void section(String title, Table table) {
        out.println();
        out.println(title);
        table.lines().forEach(out::println);
    }

    private static BigDecimal sum(Collection<Outcome> outcomes, Function<Outcome, BigDecimal> amount) {
        return outcomes.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String yen(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    private static String shortened(String text) {
        return text.length() <= 32 ? text : text.substring(0, 30) + "..";
    }
}
