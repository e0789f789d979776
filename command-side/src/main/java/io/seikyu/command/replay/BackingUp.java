package io.seikyu.command.replay;

import io.seikyu.command.job.InProcessWork;
import io.seikyu.command.job.JobState;
import io.seikyu.eventlog.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The work of copying log and checkpoints while appending goes on, into {@code backups/<job>} of the data directory. The
 * copy has that name only when it is complete; one that broke off is begun anew. It is too quick to be paused.
 */
final class BackingUp extends InProcessWork {
    static final String KIND = "LOG_BACKUP";

    private static final String FOLDER = "backups";

    private final EventLog log;
    private final Path data;

    BackingUp(EventLog log, Path data) {
        this.log = log;
        this.data = data;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Map<String, Object> work(JobState job, Progress progress) {
        String id = job.jobId();
        try {
            Path part = data.resolve(FOLDER).resolve(id + ".part");
            delete(part);
            Files.createDirectories(part);
            copy(data.resolve("checkpoints"), part.resolve("checkpoints"));
            long through = log.head();
            log.backup(part.resolve("log"));
            Files.move(part, data.resolve(FOLDER).resolve(id), StandardCopyOption.ATOMIC_MOVE);
            return Map.of("directory", FOLDER + "/" + id, "through", through);
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be copied", e);
        }
    }

    @Override
    protected Look failed() {
        return Look.failed("backup-failed", "The log could not be copied; the program's log says more.");
    }

    /** Before the log is copied: what is vouched for meanwhile may be behind the copy's end. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectory(to);
            for (Path file : in(from)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<Path> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(".new")).toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(BackingUp::deleteOne);
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
