package io.seikyu.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the event log beside its peers and writes {@code log-benchmark.json} and {@code log-benchmark.md}. A target
 * that is missed is printed as such; it does not change the exit code.
 */
public final class LogBenchmark {
    private static final String BEGIN = "<!-- benchmark: begin -->";
    private static final String END = "<!-- benchmark: end -->";

    private LogBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        run(options);
    }

    private static void run(Options options) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(options.directory()), "seikyu-benchmark");
        // PostgreSQL runs as another user and has to find its way through.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
        try {
            measure(options, directory);
        } finally {
            delete(directory);
        }
    }

    private static void measure(Options options, Path directory) throws IOException {
        Map<String, String> machine = Machine.facts(directory, Clock.systemUTC());
        machine.put("JVM flags", String.join(" ", WorkerProcess.flags(options.heap())));
        System.out.println("Measuring in " + directory + " (" + machine.get("file system") + ")");
        Plan plan = new Plan(options);
        Board board = new Board();
        try (Run run = new Run(options, plan, board, System.out)) {
            run.measure(directory);
        }
        String markdown = new Report(options, plan, board, machine).markdown();
        Files.createDirectories(options.out());
        Files.writeString(options.out().resolve("log-benchmark.json"), JsonReport.of(options, plan, board, machine));
        Files.writeString(options.out().resolve("log-benchmark.md"), markdown);
        if (options.page().isPresent()) {
            replace(options.page().get(), markdown);
        }
        System.out.println("\n" + markdown);
        System.out.println("Written to " + options.out().toAbsolutePath().normalize());
    }

    private static void replace(Path page, String markdown) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(page + " has no place between " + BEGIN + " and " + END);
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + "\n" + markdown + text.substring(end));
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
