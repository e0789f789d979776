package io.seikyu.benchmarks.review;

import io.seikyu.benchmarks.Machine;
import io.seikyu.benchmarks.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a submission takes, from the request to the answer with the review in it, and how fast a file of invoices is
 * taken in, in a log that grows. Every invoice is reviewed against its contract and its payer's history, and is on disk
 * before it is answered. Prints a table and writes {@code review-benchmark.json} and {@code review-benchmark.md}.
 */
public final class ReviewBenchmark {
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx1g");
    private static final int WARM_UP = 2_000;
    private static final int FILE = 20_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SeikyuServer server;
    private final Portfolio portfolio;
    private final int samples;
    private int next;

    private ReviewBenchmark(SeikyuServer server, Portfolio portfolio, int samples) {
        this.server = server;
        this.portfolio = portfolio;
        this.samples = samples;
    }

    /** {@code args}: jar, directory to work in, directory to write to, sizes with commas, submissions to measure. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "seikyu-review");
        Path out = Files.createDirectories(Path.of(args[2]));
        List<Integer> sizes =
                Arrays.stream(args[3].split(",")).map(Integer::valueOf).sorted().toList();
        int samples = Integer.parseInt(args[4]);
        // a payer has at most some hundred invoices, one a day, so that all days are in the calendar
        int last = sizes.get(sizes.size() - 1);
        Portfolio portfolio = new Portfolio(Math.max(50, (last + WARM_UP + samples * sizes.size()) / 200));
        Map<String, String> machine = Machine.facts(work, Clock.systemUTC());
        machine.put("server's JVM flags", String.join(" ", FLAGS));
        List<Row> rows = new ArrayList<>();
        try (SeikyuServer server = SeikyuServer.start(jar, work, FLAGS)) {
            ReviewBenchmark benchmark = new ReviewBenchmark(server, portfolio, samples);
            Filling.enterMasterData(server, portfolio);
            for (int size : sizes) {
                rows.add(benchmark.measureAt(size));
            }
        } finally {
            WorkDirectory.delete(work);
        }
        String table = table(machine, portfolio, samples, rows);
        Files.writeString(out.resolve("review-benchmark.md"), table);
        Files.writeString(
                out.resolve("review-benchmark.json"),
                JSON.writeValueAsString(Map.of("machine", machine, "samples", samples, "rows", rows)));
        System.out.println("\n" + table);
    }

    private Row measureAt(int size) throws IOException, InterruptedException {
        int before = next;
        long began = System.nanoTime();
        while (next < size) {
            int file = Math.min(FILE, size - next);
            Filling.importFile(server, portfolio, next, file);
            next += file;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double rate = next > before ? (next - before) / seconds : Double.NaN;
        if (before == 0) {
            submit(Math.min(WARM_UP, size)); // the compiler has to have seen the way through once
        }
        long[] nanos = submit(samples);
        Row row = new Row(
                size,
                next - before - nanos.length,
                rate,
                millis(nanos, 0.5),
                millis(nanos, 0.95),
                millis(nanos, 0.99),
                server.residentMegabytes());
        System.out.println(row.line());
        return row;
    }

    /** One after the other, each when the one before was answered. */
    private long[] submit(int invoices) throws IOException, InterruptedException {
        long[] nanos = new long[invoices];
        for (int i = 0; i < invoices; i++) {
            Map<String, Object> invoice = portfolio.invoice(next++);
            long began = System.nanoTime();
            JsonNode answer = server.post("/v1/invoices", invoice);
            nanos[i] = System.nanoTime() - began;
            if (!answer.get("status").stringValue().equals("APPROVED")) {
                throw new IllegalStateException("a right invoice was not found right: " + answer);
            }
        }
        return nanos;
    }

    private static double millis(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
    }

    private static String table(Map<String, String> machine, Portfolio portfolio, int samples, List<Row> rows) {
        StringBuilder table = new StringBuilder();
        machine.forEach((name, value) -> table.append(table.isEmpty() ? "" : "; ")
                .append(name)
                .append(": ")
                .append(value));
        table.append(String.format(
                Locale.ROOT,
                ".%n%n%,d payers; %,d submissions measured at each size, one after the other, of three lines each;"
                        + " durable when answered (one fdatasync for each group of commits).%n%n",
                portfolio.payers(),
                samples));
        table.append(
                "| invoices in the log | submission with review: median | 95 % | 99 % | file of invoices, a second | memory |\n");
        table.append("|---:|---:|---:|---:|---:|---:|\n");
        rows.forEach(row -> table.append(row.line()).append('\n'));
        return table.toString();
    }

    /**
     * @param imported    how many of them were taken in as files just before
     * @param importRate  invoices a second; NaN when there was nothing to take in
     * @param megabytes   resident; -1 when unknown
     */
    record Row(int size, int imported, double importRate, double p50, double p95, double p99, long megabytes) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.2f ms | %.2f ms | %.2f ms | %,.0f | %,d MB |",
                    size,
                    p50,
                    p95,
                    p99,
                    importRate,
                    megabytes);
        }
    }
}
