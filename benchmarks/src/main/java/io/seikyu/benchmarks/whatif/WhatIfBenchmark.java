package io.seikyu.benchmarks.whatif;

import io.seikyu.benchmarks.Machine;
import io.seikyu.benchmarks.WorkDirectory;
import io.seikyu.benchmarks.history.Lived;
import io.seikyu.benchmarks.history.Multiplied;
import io.seikyu.benchmarks.history.Template;
import io.seikyu.benchmarks.review.SeikyuServer;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Other policies are tried over a year, in the packaged program on the embedded default, and its decisions are taken
 * again. The year is that of a client company that the program itself lived, many times over at the same time.
 */
public final class WhatIfBenchmark {
    private static final List<String> FLAGS = List.of("-XX:+UseParallelGC", "-Xmx4g", "-Dseikyu.sandbox=true");
    private static final int PAYERS = 16;
    private static final int MONTHS = 12;
    private static final long LOOK_MILLIS = 50;

    private WhatIfBenchmark() {}

    /** {@code args}: jar, directory to work in, directory to write to, numbers of invoices with commas. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "seikyu-whatif");
        Path out = Files.createDirectories(Path.of(args[2]));
        Map<String, String> machine = Machine.facts(work, Clock.systemUTC());
        machine.put("server's JVM flags", String.join(" ", FLAGS));
        StringBuilder rows = new StringBuilder();
        try {
            Path lived = Files.createDirectory(work.resolve("lived"));
            System.out.println("Living a year of a client company with " + PAYERS + " payers");
            Lived.live(jar, lived, PAYERS, MONTHS, true);
            Template template = Template.read(lived);
            for (String invoices : args[3].split(",")) {
                Path directory = Files.createDirectory(work.resolve("invoices-" + invoices));
                String row = measure(jar, template, directory, Integer.parseInt(invoices));
                System.out.print(row);
                rows.append(row);
                WorkDirectory.delete(directory);
            }
        } finally {
            WorkDirectory.delete(work);
        }
        String report = report(machine, rows);
        Files.writeString(out.resolve("whatif-benchmark.md"), report);
        System.out.println("\n" + report);
    }

    private static String measure(Path jar, Template template, Path directory, int invoices) throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        int clients = Math.max(1, invoices / (PAYERS * MONTHS));
        long events = Multiplied.together(template, data, clients);
        try (SeikyuServer server = SeikyuServer.start(jar, directory, FLAGS)) {
            server.awaitRest();
            Map<String, String> times = new LinkedHashMap<>();
            List<String> found = new ArrayList<>();
            for (PolicyKind kind : List.of(PolicyKind.DUNNING, PolicyKind.REVIEW, PolicyKind.CREDIT)) {
                Spent spent = new Spent(server);
                JsonNode result = ended(
                        server,
                        server.postForAll(
                                "/v1/what-if",
                                Map.of(
                                        "kind",
                                        kind.path(),
                                        "policy",
                                        ShippedPolicies.text(kind),
                                        "from",
                                        "2000-01-01",
                                        "to",
                                        "2100-01-01")));
                times.put(kind.path(), spent.toString());
                found.add(
                        kind == PolicyKind.DUNNING
                                ? result.at("/recorded/contacts").asLong() + " contacts"
                                : result.get("decisions").asLong() + " " + kind.path());
            }
            Spent spent = new Spent(server);
            ended(server, server.postForAll("/v1/what-if/reproduction", Map.of()));
            return String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %s | %s | %s | %s | %s | %,d MB |%n",
                    clients * PAYERS * MONTHS,
                    events,
                    String.join(", ", found),
                    times.get("dunning"),
                    times.get("review"),
                    times.get("credit"),
                    spent,
                    server.residentMegabytes());
        }
    }

    /** Since then, on the clock and of the server's processors. */
    private static final class Spent {
        private final SeikyuServer server;
        private final double processor;
        private final long began = System.nanoTime();

        Spent(SeikyuServer server) {
            this.server = server;
            this.processor = server.processorSeconds();
        }

        @Override
        public String toString() {
            double seconds = (System.nanoTime() - began) / 1e9;
            return String.format(Locale.ROOT, "%.1f s (%.1f s)", seconds, server.processorSeconds() - processor);
        }
    }

    private static JsonNode ended(SeikyuServer server, JsonNode begun) throws IOException, InterruptedException {
        String job = "/v1/jobs/" + begun.get("jobId").asString() + "?atLeast=" + server.position();
        while (true) {
            JsonNode told = server.ask(job, true);
            String status = told.get("status").asString();
            if (status.equals("DONE")) {
                return told.get("result");
            }
            if (!status.equals("RUNNING")) {
                throw new IllegalStateException(told.toString());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static String report(Map<String, String> machine, StringBuilder rows) {
        StringBuilder report = new StringBuilder(Machine.line(machine));
        return report.append(
                        ".\n\nTimes on the clock, and in brackets of the server's processors.\n\n| invoices of a year | events | decisions | dunning, another policy | review | credit |"
                                + " all taken again | memory |\n|---:|---:|---|---:|---:|---:|---:|---:|\n")
                .append(rows)
                .toString();
    }
}
