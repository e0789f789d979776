package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.CreditStory.Screened;
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

    void files(List<FilesStory.Row> rows) {
        Table table = new Table("File", "Row", "Invoice", "Outcome", "What was found");
        rows.forEach(row -> table.add(row.file(), row.source(), row.number(), row.outcome(), row.found()));
        section("Files of invoices", table);
    }

    void bank(List<BankStory.Row> rows) {
        Table table = new Table("Record", "Payer, by the bank", ">Yen", "Outcome", "Invoices, or the day");
        rows.forEach(row -> table.add(row.source(), row.payer(), row.amount(), row.became(), row.paid()));
        section("The bank's file zengin-01.txt", table);
    }

    void more(List<Finding> findings) {
        Table table = new Table("Finding", "Where", ">Expected", ">Actual");
        findings.forEach(finding -> table.add(
                finding.code(), finding.pointer(), shortened(finding.expected()), shortened(finding.actual())));
        section("What contract, law and history tell; samples/README.md has every finding", table);
        findings.forEach(finding -> out.println("  " + finding.message()));
    }

    void credit(List<Screened> screened) {
        Table table = new Table("Payer", "Grade", ">Score", ">Limit", ">At risk", "Proposed", "Points");
        screened.forEach(one -> table.add(
                one.payer(),
                one.grade(),
                one.score(),
                yen(new BigDecimal(one.limit())),
                yen(new BigDecimal(one.exposure())),
                String.join(" ", one.measures()),
                one.points()));
        section("How far payers are trusted", table);
        screened.forEach(one -> {
            out.println("  " + one.payer() + ": " + String.join(" ", one.reasons()));
            one.alternatives().forEach(other -> out.println("    otherwise, with " + other));
        });
    }

    void reminders(List<DunningStory.Row> rows) {
        Table table = new Table("Payer", "Segment", "Day", "Stage", "Channel", "Tone", ">Asked for", "State");
        String told = "";
        for (DunningStory.Row row : rows) {
            table.add(
                    row.payer().equals(told) ? "" : row.payer(),
                    row.segment(),
                    row.day().toString(),
                    row.stage(),
                    row.channel(),
                    row.tone(),
                    yen(row.amount()),
                    row.state());
            told = row.payer();
        }
        section("Who does not pay, and what is said to it; mails lie in the data's outbox", table);
    }

    /** @param kept money that no invoice took */
    void totals(Collection<Outcome> outcomes, BigDecimal kept) {
        Table table = new Table("", ">Invoices", ">Yen");
        Map<String, List<Outcome>> byStatus =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, some) -> table.add(
                status.toLowerCase(Locale.ROOT).replace('_', ' '),
                String.valueOf(some.size()),
                yen(sum(some, Outcome::total))));
        table.add("still open", "", yen(sum(outcomes, Outcome::balance)));
        table.add("kept as the payers' credit", "", yen(kept));
        section("In sum", table);
    }

    /** @param holders names of those who acted, by the id of their key */
    void audit(String number, JsonNode story, Map<String, String> holders) {
        Table table = new Table(">Position", "Recorded at", "Event", "By", "Changed", "Reason");
        String told = "";
        for (JsonNode event : story.get("items")) {
            String actor = event.path("actor").asString("-");
            String reason = event.path("reason").asString("");
            table.add(
                    event.get("position").asString(),
                    event.get("recordedAt").asString().replaceFirst("\\..*", "Z"),
                    event.get("type").asString(),
                    holders.getOrDefault(actor, actor),
                    changes(event.path("changes")),
                    reason.equals(told) ? "" : reason);
            told = reason;
        }
        section("Audit of " + number + ", in part", table);
    }

    private static String changes(JsonNode changes) {
        return StreamSupport.stream(changes.spliterator(), false)
                .filter(change -> change.path("after").isValueNode()
                        && change.get("pointer").asString().matches("/status|/claim/balance"))
                .map(change -> change.get("pointer").asString().replaceFirst(".*/", "") + " "
                        + change.path("before").asString("-") + " -> "
                        + change.get("after").asString())
                .collect(Collectors.joining(", "));
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
