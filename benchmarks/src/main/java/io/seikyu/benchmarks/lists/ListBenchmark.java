package io.seikyu.benchmarks.lists;

import io.seikyu.benchmarks.Machine;
import io.seikyu.benchmarks.WorkDirectory;
import io.seikyu.benchmarks.history.Lived;
import io.seikyu.benchmarks.history.Multiplied;
import io.seikyu.benchmarks.history.Template;
import io.seikyu.benchmarks.review.Filling;
import io.seikyu.benchmarks.review.Portfolio;
import io.seikyu.benchmarks.review.SeikyuServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How long every list takes with each of its filters, over HTTP, one request after the other, when there are many
 * invoices; the first page of 50, and the one after it. Also how long the views take to be built again from the log, after
 * the program was killed. Prints a table and writes {@code list-benchmark.md}.
 */
public final class ListBenchmark {
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx1g");
    private static final List<String> LIVED_FLAGS = List.of("-XX:+UseParallelGC", "-Xmx4g", "-Dseikyu.sandbox=true");
    private static final int FILE = 20_000;
    private static final int WARM_UP = 20;
    private static final int ODD = 200;
    private static final int PAYERS = 16;
    private static final int MONTHS = 12;
    private static final List<String> VIEWS =
            List.of("/v1/invoices", "/v1/accounts", "/v1/contracts", "/v1/tasks", "/v1/messages", "/v1/jobs");

    private final List<Question> questions;
    private final IntFunction<String> clients;
    private final int requests;
    private final List<String> rows = new ArrayList<>();
    private double slowest;

    /** @param clients the client company whose turn it is */
    private ListBenchmark(int payers, int invoices, IntFunction<String> clients, int requests) {
        this.questions = Question.all(payers, invoices, clients);
        this.clients = clients;
        this.requests = requests;
    }

    /**
     * {@code args}: jar, directory to work in, directory to write to, invoices, requests for each question; and
     * {@code lived} for a year of many client companies instead of one that took in files.
     */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "seikyu-lists");
        Path out = Files.createDirectories(Path.of(args[2]));
        int invoices = Integer.parseInt(args[3]);
        int requests = Integer.parseInt(args[4]);
        Map<String, String> machine = Machine.facts(work, Clock.systemUTC());
        boolean lived = args.length > 5 && args[5].equals("lived");
        machine.put("server's JVM flags", String.join(" ", lived ? LIVED_FLAGS : FLAGS));
        try {
            String report = lived
                    ? ofLivedYear(jar, work, invoices, requests, machine)
                    : ofFiles(jar, work, invoices, requests, machine);
            Files.writeString(out.resolve("list-benchmark.md"), report);
            System.out.println("\n" + report);
        } finally {
            WorkDirectory.delete(work);
        }
    }

    private static String ofFiles(Path jar, Path work, int invoices, int requests, Map<String, String> machine)
            throws IOException, InterruptedException {
        Portfolio portfolio = new Portfolio(Math.max(50, invoices / 200));
        Filled filled = fill(jar, work, portfolio, invoices);
        ListBenchmark benchmark = new ListBenchmark(portfolio.payers(), invoices, i -> Portfolio.CLIENT, requests);
        try (SeikyuServer server = SeikyuServer.start(jar, work, FLAGS)) {
            double rebuilt = awaitViews(server, filled.position());
            benchmark.measure(server);
            return benchmark.report(
                    machine,
                    String.format(
                            Locale.ROOT,
                            "%,d invoices, taken in as files at %,.0f a second until all views had them; after a kill the"
                                    + " views were built again in %.1f s",
                            invoices,
                            filled.rate(),
                            rebuilt),
                    server.residentMegabytes());
        }
    }

    private static String ofLivedYear(Path jar, Path work, int invoices, int requests, Map<String, String> machine)
            throws IOException, InterruptedException {
        int ofEach = PAYERS * MONTHS;
        int companies = Math.max(1, invoices / ofEach);
        Path lived = Files.createDirectory(work.resolve("lived"));
        System.out.println("Living a year of a client company with " + PAYERS + " payers");
        Lived.live(jar, lived, PAYERS, MONTHS, true);
        long events = Multiplied.together(Template.read(lived), Files.createDirectory(work.resolve("data")), companies);
        ListBenchmark benchmark = new ListBenchmark(PAYERS, ofEach, i -> Multiplied.client(i % companies), requests);
        try (SeikyuServer server = SeikyuServer.start(jar, work, LIVED_FLAGS)) {
            server.awaitRest();
            benchmark.measure(server);
            return benchmark.report(
                    machine,
                    String.format(
                            Locale.ROOT,
                            "%,d invoices of %,d client companies with %d payers each, a year that was lived, paid on the"
                                    + " day or late and reminded of: %,d events",
                            companies * ofEach,
                            companies,
                            PAYERS,
                            events),
                    server.residentMegabytes());
        }
    }

    private static Filled fill(Path jar, Path work, Portfolio portfolio, int invoices)
            throws IOException, InterruptedException {
        try (SeikyuServer server = SeikyuServer.start(jar, work, FLAGS)) {
            Filling.enterMasterData(server, portfolio);
            long began = System.nanoTime();
            for (int next = 0; next < invoices; next += FILE) {
                Filling.importFile(server, portfolio, next, Math.min(FILE, invoices - next));
            }
            server.get("/v1/invoices");
            double rate = invoices / seconds(began);
            makeSomeOdd(server, portfolio, invoices);
            server.kill();
            return new Filled(rate, server.position());
        }
    }

    private static void makeSomeOdd(SeikyuServer server, Portfolio portfolio, int invoices)
            throws IOException, InterruptedException {
        for (int i = 0; i < ODD; i++) {
            Map<String, Object> wrong = portfolio.invoice(invoices + i);
            wrong.put("total", "1");
            server.post("/v1/invoices", wrong);
            server.post("/v1/invoices/i" + i * 7 + "/issue", Map.of("deliverBy", "CLIENT"));
            if (i % 4 == 0) {
                server.post("/v1/invoices/i" + i * 7 + "/disputes", Map.of("reason", "数量が違う"));
            }
        }
        server.get("/v1/invoices");
    }

    /** @return seconds until all views have everything; they are built anew, for the program was killed */
    private static double awaitViews(SeikyuServer server, long head) throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (String view : VIEWS) {
            while (server.reflected(view + "?limit=1") < head) {
                Thread.sleep(100);
            }
        }
        return seconds(began);
    }

    private void measure(SeikyuServer server) throws IOException, InterruptedException {
        for (int i = 0; i < Math.min(WARM_UP, requests); i++) {
            for (Question question : questions) {
                server.ask(question.path().apply(i), clients.apply(i));
            }
        }
        for (Question question : questions) {
            measure(server, question);
        }
    }

    private void measure(SeikyuServer server, Question question) throws IOException, InterruptedException {
        int shown = 0;
        List<Long> first = new ArrayList<>();
        List<Long> next = new ArrayList<>();
        List<Long> ofAll = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            String path = question.path().apply(i);
            String client = clients.apply(i);
            long began = System.nanoTime();
            JsonNode page = server.ask(path, client);
            first.add(System.nanoTime() - began);
            shown = Math.max(shown, page.path("items").size());
            if (page.hasNonNull("next")) {
                String behind = path
                        + (path.contains("?") ? "&" : "?")
                        + (path.startsWith("/v1/audit/events") ? "after=" : "cursor=")
                        + page.get("next").stringValue();
                began = System.nanoTime();
                server.ask(behind, client);
                next.add(System.nanoTime() - began);
            }
            began = System.nanoTime();
            server.ask(path, true);
            ofAll.add(System.nanoTime() - began);
        }
        slowest = Stream.of(first, next, ofAll)
                .mapToDouble(nanos -> millis(nanos, 0.95))
                .filter(Double::isFinite)
                .reduce(slowest, Math::max);
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s |%n",
                question.name(),
                shown,
                cell(first),
                cell(next),
                cell(ofAll)));
        System.out.print(rows.get(rows.size() - 1));
    }

    private static String cell(List<Long> nanos) {
        return nanos.isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "%.1f / %.1f ms", millis(nanos, 0.5), millis(nanos, 0.95));
    }

    private static double millis(List<Long> nanos, double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
    }

    private String report(Map<String, String> machine, String history, long megabytes) {
        StringBuilder report = new StringBuilder(Machine.line(machine));
        report.append(String.format(
                Locale.ROOT,
                ".%n%n%s. %d requests of each kind, one after the other; median / 95th percentile; slowest 95th"
                        + " percentile %.1f ms; %,d MB resident at the end.%n%n",
                history,
                requests,
                slowest,
                megabytes));
        report.append("| list | shown | first page | next page | first page, all client companies |\n");
        report.append("|---|---:|---:|---:|---:|\n");
        rows.forEach(report::append);
        return report.toString();
    }

    /**
     * @param rate     invoices a second, until the views had the last of them
     * @param position of the last event
     */
    private record Filled(double rate, long position) {}

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
