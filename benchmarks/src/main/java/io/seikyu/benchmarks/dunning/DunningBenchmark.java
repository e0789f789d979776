package io.seikyu.benchmarks.dunning;

import io.seikyu.benchmarks.Machine;
import io.seikyu.benchmarks.WorkDirectory;
import io.seikyu.benchmarks.history.Lived;
import io.seikyu.benchmarks.history.Multiplied;
import io.seikyu.benchmarks.history.Template;
import io.seikyu.benchmarks.review.SeikyuServer;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first reminders of many payers fall due at one moment, in the packaged program on the embedded default. The log
 * before is that of a client company that the program itself lived, many times over; the program is started on it, and its
 * clock moved to that day. How long things took is read from the log afterwards, and that nobody was missed or reminded
 * twice.
 */
public final class DunningBenchmark {
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx1g", "-Dseikyu.sandbox=true");
    private static final int PAYERS = 10;

    private DunningBenchmark() {}

    /** {@code args}: jar, directory to work in, directory to write to, numbers of payers with commas. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "seikyu-dunning");
        Path out = Files.createDirectories(Path.of(args[2]));
        Map<String, String> machine = Machine.facts(work, Clock.systemUTC());
        machine.put("server's JVM flags", String.join(" ", FLAGS));
        List<String> rows = new ArrayList<>();
        try {
            Path lived = Files.createDirectory(work.resolve("lived"));
            System.out.println("Living a month of a client company with " + PAYERS + " payers");
            Lived.live(jar, lived, PAYERS, 1, false);
            Template template = Template.read(lived);
            for (String payers : args[3].split(",")) {
                Path directory = Files.createDirectory(work.resolve("payers-" + payers));
                rows.add(measure(jar, template, directory, Integer.parseInt(payers)));
                System.out.print(rows.get(rows.size() - 1));
                WorkDirectory.delete(directory);
            }
        } finally {
            WorkDirectory.delete(work);
        }
        String report = report(machine, rows);
        Files.writeString(out.resolve("dunning-benchmark.md"), report);
        System.out.println("\n" + report);
    }

    private static String measure(Path jar, Template template, Path directory, int payers) throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        long filled = fill(template, data, payers);
        double ready;
        double passed;
        double processor;
        long megabytes;
        try (SeikyuServer server = SeikyuServer.start(jar, directory, FLAGS)) {
            long began = System.nanoTime();
            Instant now = server.now();
            // it is a copy of what was lived elsewhere, so it asks first
            server.postForAll("/v1/sending/resume", Map.of("reason", "measured", "sentUpTo", now.toString()));
            // answers when lists, views and sagas have everything
            server.setClock(now.plusSeconds(60));
            ready = seconds(began);
            double worked;
            do {
                worked = server.processorSeconds();
                began = System.nanoTime();
                server.setClock(nextDue(server).plusSeconds(60));
                passed = seconds(began);
            } while (server.ask("/v1/reminders?state=SENT&limit=1", true)
                    .get("items")
                    .isEmpty());
            processor = server.processorSeconds() - worked;
            megabytes = server.residentMegabytes();
        }
        Reminded reminded = Reminded.read(data.resolve("log"), filled);
        reminded.checkEachOnce(payers);
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f s | **%.1f s, %,.0f a second** | %.1f s, %,.0f a second | %.1f s | %.2f ms | %.1f s | %,d MB |%n",
                payers,
                ready,
                reminded.decided(),
                payers / reminded.decided(),
                reminded.sent(),
                payers / reminded.sent(),
                passed,
                processor * 1000 / payers,
                processor,
                megabytes);
    }

    /** @return where the log ended then */
    private static long fill(Template template, Path data, int payers) {
        try (RocksEventLog log = RocksEventLog.open(data.resolve("log"), Clock.systemUTC())) {
            Multiplied multiplied =
                    new Multiplied(template, log, new EventCodec(new FileSubjectKeys(data.resolve("subject-keys"))));
            multiplied.begin();
            multiplied.fillClients(payers / PAYERS);
            System.out.printf(Locale.ROOT, "%,d events written%n", log.head() + 1);
            return log.head();
        }
    }

    private static Instant nextDue(SeikyuServer server) throws IOException, InterruptedException {
        return Instant.parse(
                server.ask("/v1/sandbox/clock", true).get("nextDue").asString());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static String report(Map<String, String> machine, List<String> rows) {
        StringBuilder report = new StringBuilder(Machine.line(machine));
        report.append(".\n\n| payers | ready after | decided and in the outbox | sent as files | until all is still |"
                + " processor, each | all | memory |\n|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        rows.forEach(report::append);
        return report.toString();
    }
}
