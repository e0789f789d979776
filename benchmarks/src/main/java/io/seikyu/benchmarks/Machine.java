package io.seikyu.benchmarks;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the figures were measured on. */
public final class Machine {
    private Machine() {}

    /** @param directory on the disk that is written to */
    public static Map<String, String> facts(Path directory, Clock clock) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("measured", clock.instant().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("processor", value("/proc/cpuinfo", "model name"));
        facts.put("cores", "" + Runtime.getRuntime().availableProcessors());
        facts.put("memory", value("/proc/meminfo", "MemTotal"));
        facts.put("system", System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
        FileStore store = Files.getFileStore(directory);
        facts.put("file system", store.type() + " on " + store.name());
        facts.put("JDK", System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version"));
        facts.put("load before", load());
        return facts;
    }

    /** As reports quote them. */
    public static String line(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.isReadable(file)
                ? String.join(" ", List.of(Files.readString(file).split(" ")).subList(0, 3))
                : "unknown";
    }

    private static String value(String file, String name) throws IOException {
        if (!Files.isReadable(Path.of(file))) {
            return "unknown";
        }
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown");
    }
}
