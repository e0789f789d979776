package io.seikyu.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The figures as Markdown tables. Medians of the rounds; a cell without a figure says why. */
final class Report {
    private final Options options;
    private final Plan plan;
    private final Board board;
    private final Map<String, String> machine;

    Report(Options options, Plan plan, Board board, Map<String, String> machine) {
        this.options = options;
        this.plan = plan;
        this.board = board;
        this.machine = machine;
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append(machine.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; ", "", ".\n")));
        section(page, "Append, events a second", plan.appends());
        page.append(diskRow("1 KB appended and flushed with `fdatasync`", Row.flush(), Row.shareOfFlushes()));
        page.append(diskRow(
                "the same over blocks of a file that were written before, which is less work than appending",
                Row.flushOverWritten(),
                Row.shareOfFlushesOverWritten()));
        section(
                page,
                "Load of one stream, in a log of " + Row.grouped(plan.sizeWithStreams()) + " events",
                plan.loads());
        section(page, "Full replay of a log, decoded, events a second", plan.replays());
        page.append("\n**Targets of the RocksDB engine**\n\n");
        for (Target target : Target.of(plan, board)) {
            page.append(String.join(" ", "-", target.verdict() + ":", target.text()));
            page.append(target.figures().isEmpty() ? "" : " (" + target.figures() + ")")
                    .append('\n');
        }
        page.append("\n**Settings, as the stores report them**\n\n");
        for (Contender contender : options.only()) {
            page.append("- ")
                    .append(contender.title())
                    .append(": ")
                    .append(settings(contender))
                    .append('\n');
        }
        return page.toString();
    }

    private void section(StringBuilder page, String title, List<Row> rows) {
        page.append("\n**").append(title).append("**\n\n| | durable when acknowledged |");
        rows.forEach(row -> page.append(' ').append(row.title()).append(" |"));
        page.append("\n|---|---|").append("---:|".repeat(rows.size())).append('\n');
        for (Contender contender : options.only()) {
            page.append("| ")
                    .append(contender.title())
                    .append(" | ")
                    .append(contender.durability())
                    .append(" |");
            rows.forEach(row -> page.append(' ').append(cell(contender, row)).append(" |"));
            page.append('\n');
        }
        page.append("| RocksDB : PostgreSQL | |");
        rows.forEach(row -> page.append(' ').append(ratio(row)).append(" |"));
        page.append('\n');
    }

    private String cell(Contender contender, Row row) {
        OptionalDouble median = board.median(contender, row);
        String remark = board.remark(contender, row).orElse("");
        if (median.isEmpty()) {
            return remark.isEmpty() ? "–" : remark;
        }
        return row.format(median.getAsDouble()) + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    private String ratio(Row row) {
        OptionalDouble ours = board.median(Contender.ROCKSDB, row);
        OptionalDouble theirs = board.median(Contender.POSTGRESQL, row);
        return ours.isEmpty() || theirs.isEmpty() ? "–" : Row.grouped(ours.getAsDouble() / theirs.getAsDouble());
    }

    private String diskRow(String what, Row flushes, Row share) {
        return options.only().stream()
                .filter(contender -> board.median(contender, flushes).isPresent())
                .map(contender -> contender.title() + ' ' + cell(contender, flushes) + " (its 1 writer had "
                        + cell(contender, share) + " of that)")
                .collect(Collectors.joining(
                        "; ",
                        "\nThe bare disk, " + what + ", a second, measured between the slices of appending with one"
                                + " writer of: ",
                        ".\n"));
    }

    private String settings(Contender contender) {
        Map<String, String> facts = board.facts(contender);
        return facts.isEmpty()
                ? "–"
                : facts.entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(", "));
    }
}
