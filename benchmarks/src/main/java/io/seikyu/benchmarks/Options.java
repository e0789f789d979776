package io.seikyu.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run of the benchmark does.
 *
 * @param sizes     lengths of the logs that are replayed, ascending
 * @param shortOne  length of the short stream that is loaded
 * @param longOne   length of the long stream that is loaded
 * @param rounds    how often each log has its turn; the median of the rounds is reported
 * @param turn      how long one measurement lasts
 * @param limit     the longest a single pass may take; what takes longer is cut off and reported as such
 * @param heap      of each log's JVM, as {@code -Xmx} takes it
 * @param directory on the disk to measure; the run makes a directory in it and deletes that afterwards
 * @param out       where the JSON file and the tables are written
 * @param page      a Markdown page whose marked part is replaced by the tables
 * @param only      the contenders that run
 */
record Options(
        List<Integer> sizes,
        int shortOne,
        int longOne,
        int rounds,
        Duration turn,
        Duration limit,
        String heap,
        Path directory,
        Path out,
        Optional<Path> page,
        List<Contender> only) {

    static final String USAGE = """
            benchmarks/run.sh [options]
              --quick              a few minutes: 10,000 and 100,000 events, two rounds
              --sizes 10000,...    lengths of the logs that are replayed
              --streams 100,10000  lengths of the two streams that are loaded
              --rounds 5           turns of each log
              --seconds 3          length of one measurement
              --limit 60           seconds after which a single pass is cut off
              --heap 2g            heap of each log's JVM
              --dir DIRECTORY      on the disk to measure; default /var/tmp
              --out DIRECTORY      for log-benchmark.json and log-benchmark.md
              --page FILE          a Markdown page in which to replace the tables
              --only NAME,...      of rocksdb, postgresql, mongodb, axon-mongo
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("--sizes", "10000,100000,1000000"),
            Map.entry("--streams", "100,10000"),
            Map.entry("--rounds", "5"),
            Map.entry("--seconds", "3"),
            Map.entry("--limit", "60"),
            Map.entry("--heap", "2g"),
            Map.entry("--dir", "/var/tmp"),
            Map.entry("--out", "."),
            Map.entry("--page", ""),
            Map.entry("--only", "rocksdb,postgresql,mongodb,axon-mongo"));

    private static final Map<String, String> QUICK =
            Map.of("--sizes", "10000,100000", "--rounds", "2", "--seconds", "1", "--limit", "15");

    /** @throws IllegalArgumentException for anything that is not in {@link #USAGE} */
    static Options parse(String... args) {
        Map<String, String> values = new TreeMap<>(DEFAULTS);
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (name.equals("--quick")) {
                values.putAll(QUICK);
            } else if (DEFAULTS.containsKey(name) && rest.hasNext()) {
                values.put(name, rest.next());
            } else {
                throw new IllegalArgumentException(name + " is not an option, or lacks its value");
            }
        }
        List<Integer> streams = numbers(values.get("--streams"));
        return new Options(
                numbers(values.get("--sizes")).stream().sorted().toList(),
                streams.get(0),
                streams.get(streams.size() - 1),
                Integer.parseInt(values.get("--rounds")),
                seconds(values.get("--seconds")),
                seconds(values.get("--limit")),
                values.get("--heap"),
                Path.of(values.get("--dir")),
                Path.of(values.get("--out")),
                Optional.of(values.get("--page"))
                        .filter(page -> !page.isEmpty())
                        .map(Path::of),
                Arrays.stream(values.get("--only").split(","))
                        .map(Contender::named)
                        .toList());
    }

    private static List<Integer> numbers(String value) {
        return Arrays.stream(value.split(",")).map(Integer::valueOf).toList();
    }

    private static Duration seconds(String value) {
        return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
    }
}
