package io.seikyu.benchmarks.rebuild;

import io.seikyu.benchmarks.Machine;
import io.seikyu.benchmarks.PostgresServer;
import io.seikyu.benchmarks.WorkDirectory;
import io.seikyu.benchmarks.history.Lived;
import io.seikyu.benchmarks.history.MadeKeys;
import io.seikyu.benchmarks.history.Multiplied;
import io.seikyu.benchmarks.history.Template;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast views are made again from logs of different lengths: all of them, and one. The log is that of a client company
 * that the program itself lived, many times over. The same projections, in the same embedded server, are fed from our
 * log on RocksDB and from Axon's tables on PostgreSQL, in turns, each in a process of its own.
 */
public final class RebuildBenchmark {
    private static final List<String> FLAGS =
            List.of("-XX:+UseParallelGC", "-Xmx2g", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC");
    private static final int PAYERS = 16;
    private static final int MONTHS = 4;

    private final Path work;
    private final List<String> rows = new ArrayList<>();

    private RebuildBenchmark(Path work) {
        this.work = work;
    }

    /**
     * {@code args}: jar, directory to work in, directory to write to, numbers of events with commas; and how many bytes an
     * event has at least.
     */
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "seikyu-rebuild");
        // PostgreSQL's user has to get there
        work.toFile().setExecutable(true, false);
        work.toFile().setReadable(true, false);
        Path out = Files.createDirectories(Path.of(args[2]));
        Map<String, String> machine = Machine.facts(work, Clock.systemUTC());
        machine.put("JVM flags", String.join(" ", FLAGS));
        try {
            Path lived = Files.createDirectory(work.resolve("lived"));
            System.out.println("Living " + MONTHS + " months of a client company with " + PAYERS + " payers");
            Lived.live(Path.of(args[0]), lived, PAYERS, MONTHS, true);
            Template template = Template.read(lived);
            if (args.length > 4) {
                template.fillUpTo(Integer.parseInt(args[4]));
                machine.put("bytes of an event, at least", args[4]);
            }
            RebuildBenchmark benchmark = new RebuildBenchmark(work);
            for (String events : args[3].split(",")) {
                benchmark.measure(template, Long.parseLong(events));
            }
            String report = benchmark.report(machine);
            Files.writeString(out.resolve("rebuild-benchmark.md"), report);
            System.out.println("\n" + report);
        } finally {
            WorkDirectory.delete(work);
        }
    }

    private void measure(Template template, long events) throws Exception {
        Path directory = Files.createDirectory(work.resolve("events-" + events));
        directory.toFile().setExecutable(true, false);
        directory.toFile().setReadable(true, false);
        fill(template, directory, events);
        List<String> contenders = new ArrayList<>(List.of("rocksdb"));
        if (PostgresServer.programs().isPresent() && !Boolean.getBoolean("rocksdb-only")) {
            Source.copyToPostgres(directory);
            contenders.add("postgresql");
        }
        for (String what : List.of("all", "invoice")) {
            for (String contender : contenders) {
                List<Figures> times = run(contender, what, directory);
                rows.add(row(contender, what, times));
                System.out.print(rows.get(rows.size() - 1));
            }
        }
        WorkDirectory.delete(directory);
    }

    private static void fill(Template template, Path directory, long events) {
        long began = System.nanoTime();
        try (RocksEventLog log = RocksEventLog.open(directory.resolve("log"), Clock.systemUTC())) {
            Multiplied multiplied = new Multiplied(template, log, new EventCodec(MadeKeys.of(directory)));
            multiplied.begin();
            multiplied.fill(events);
            System.out.printf(
                    Locale.ROOT, "%,d events written in %.1f s%n", log.head() + 1, (System.nanoTime() - began) / 1e9);
        }
    }

    private static List<Figures> run(String contender, String what, Path directory)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(Arrays.stream(System.getProperty("flags", "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .toList());
        command.add("-D" + PostgresServer.PASSWORD_PROPERTY + "=" + PostgresServer.PASSWORD);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RebuildRun.class.getName()));
        command.addAll(List.of(contender, what, directory.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Figures> times = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Figures.LINE)) {
                    times.add(Figures.of(line));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(contender + " failed");
        }
        return times;
    }

    private static String row(String contender, String what, List<Figures> times) {
        Figures first = times.get(0);
        Figures again = times.get(times.size() - 1);
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %,.0f | %,.0f | %.1f s | %.1f s | %,d | %,d MB |%n",
                first.events(),
                what.equals("all") ? "all" : "the " + what + " view",
                contender.equals("rocksdb") ? "Seikyu on RocksDB" : "Axon JDBC on PostgreSQL",
                first.rate(),
                again.rate(),
                first.processor(),
                again.processor(),
                first.documents(),
                again.megabytes());
    }

    private String report(Map<String, String> machine) {
        StringBuilder report = new StringBuilder(Machine.line(machine));
        report.append(".\n\n| events | views | fed from | events/s, first | again | processor, first | again |"
                + " documents | memory |\n");
        report.append("|---:|---|---|---:|---:|---:|---:|---:|---:|\n");
        rows.forEach(report::append);
        return report.toString();
    }
}
