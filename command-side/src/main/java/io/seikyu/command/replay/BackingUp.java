package io.seikyu.command.replay;

import io.seikyu.command.job.JobState;
import io.seikyu.command.job.LongWork;
import io.seikyu.eventlog.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of copying log and checkpoints while appending goes on, into {@code backups/<job>} of the data directory. The
 * copy has that name only when it is complete; one that broke off is begun anew. It is too quick to be paused.
 */
final class BackingUp implements LongWork, AutoCloseable {
    static final String KIND = "LOG_BACKUP";

    private static final Logger LOG = LoggerFactory.getLogger(BackingUp.class);
    private static final String FOLDER = "backups";

    private final EventLog log;
    private final Path data;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    BackingUp(EventLog log, Path data) {
        this.log = log;
        this.data = data;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Look look(JobState job) {
        return runs.computeIfAbsent(job.jobId(), id -> new Run(job).begin()).look;
    }

    @Override
    public void pause(JobState job) {
        // see above
    }

    @Override
    public void end(JobState job) {
        runs.remove(job.jobId());
    }

    /** Before the log is closed. */
    @Override
    public void close() {
        runs.values().forEach(Run::await);
    }

    private final class Run implements Runnable {
        private final Thread thread = new Thread(this, "backup");
        private final String id;
        private volatile Look look;

        Run(JobState job) {
            this.id = job.jobId();
            this.look = Look.underWay(job.decided(), job.total());
        }

        Run begin() {
            thread.setDaemon(true);
            thread.start();
            return this;
        }

        @Override
        public void run() {
            try {
                Path part = data.resolve(FOLDER).resolve(id + ".part");
                delete(part);
                Files.createDirectories(part);
                copy(data.resolve("checkpoints"), part.resolve("checkpoints"));
                long through = log.head();
                log.backup(part.resolve("log"));
                Files.move(part, data.resolve(FOLDER).resolve(id), StandardCopyOption.ATOMIC_MOVE);
                look = Look.done(Map.of("directory", FOLDER + "/" + id, "through", through));
            } catch (IOException | RuntimeException e) {
                LOG.error("the log cannot be copied", e);
                look = Look.failed("backup-failed", "The log could not be copied; the program's log says more.");
            }
        }

        void await() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
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
