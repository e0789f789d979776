package io.seikyu.command.matching.truth;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of a truth set's transfers, by what they show. */
final class ConfusionTable {
    private final long seed;
    private final int payers;
    private final int invoices;
    private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    private int redrawn;
    private List<String> wrong = List.of();

    ConfusionTable(long seed, int payers, int invoices) {
        this.seed = seed;
        this.payers = payers;
        this.invoices = invoices;
    }

    void add(TruthTransfer truth, boolean allocated, boolean right, int place) {
        Row row = rows.computeIfAbsent(truth.kind(), none -> new Row());
        row.all++;
        row.right += right ? 1 : 0;
        row.wrong += allocated && !right ? 1 : 0;
        row.unambiguous += truth.unambiguous() ? 1 : 0;
        row.unambiguousRight += truth.unambiguous() && right ? 1 : 0;
        if (!allocated) {
            row.first += place == 0 ? 1 : 0;
            row.shown += place > 0 ? 1 : 0;
            row.nobody += place < 0 ? 1 : 0;
        }
    }

    void end(int drawnAgain, List<String> all) {
        redrawn = drawnAgain;
        wrong = List.copyOf(all);
    }

    List<String> wrong() {
        return wrong;
    }

    /** Of the transfers that can be told for sure, those that were allocated rightly and without a person. */
    double automatic() {
        return (double) sum().unambiguousRight / sum().unambiguous;
    }

    private Row sum() {
        Row sum = new Row();
        rows.values().forEach(sum::add);
        return sum;
    }

    String markdown() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, """
                **Seed %d**: %,d transfers, %,d payers, %,d invoices at the start; %d drawn again. \
                Wrong: **%d**. Allocated without a person, of the unambiguous ones: **%.1f %%**.

                | the transfer is | all | allocated rightly | allocated wrongly | to a person: payer shown first | \
                payer shown later | payer not shown | unambiguous | of these allocated rightly |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """, seed, sum().all, payers, invoices, redrawn, sum().wrong, 100 * automatic()));
        rows.forEach((kind, row) -> text.append(row.line(kind.words())));
        return text.append(sum().line("**all**")).append('\n').toString();
    }

    private static final class Row {
        private int all;
        private int right;
        private int wrong;
        private int first;
        private int shown;
        private int nobody;
        private int unambiguous;
        private int unambiguousRight;

        void add(Row other) {
            all += other.all;
            right += other.right;
            wrong += other.wrong;
            first += other.first;
            shown += other.shown;
            nobody += other.nobody;
            unambiguous += other.unambiguous;
            unambiguousRight += other.unambiguousRight;
        }

        String line(String words) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %s |%n",
                    words,
                    all,
                    right,
                    wrong,
                    first,
                    shown,
                    nobody,
                    unambiguous,
                    unambiguous == 0
                            ? "–"
                            : String.format(Locale.ROOT, "%.1f %%", 100.0 * unambiguousRight / unambiguous));
        }
    }
}
