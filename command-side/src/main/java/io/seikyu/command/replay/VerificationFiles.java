package io.seikyu.command.replay;

import io.seikyu.eventlog.proof.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far checks of the log are, a small file for each job. One that cannot be written or read costs time only: the check
 * begins anew.
 */
final class VerificationFiles {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationFiles.class);

    private final Path folder;
    private final long every;
    private final ConcurrentHashMap<String, Long> kept = new ConcurrentHashMap<>();

    /** @param every after so many positions it is noted again */
    VerificationFiles(Path folder, long every) {
        this.folder = folder;
        this.every = every;
    }

    Optional<Standing> read(String job) {
        Path file = folder.resolve(job);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(file).split(" ");
            return Optional.of(new Standing(
                    Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2]), Long.parseLong(parts[3])));
        } catch (IOException | DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("{} says nothing: the check begins anew ({})", file, e.toString());
            return Optional.empty();
        }
    }

    void keep(String job, Standing standing) {
        if (standing.through() - kept.getOrDefault(job, -1L) < every) {
            return;
        }
        Path file = folder.resolve(job);
        Path next = folder.resolve(job + ".new");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    next,
                    standing.through() + " " + standing.hash() + " " + standing.recordedAt() + " "
                            + standing.vouched());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            kept.put(job, standing.through());
        } catch (IOException e) {
            LOG.warn("how far a check of the log is cannot be noted ({})", e.toString());
        }
    }

    void delete(String job) {
        kept.remove(job);
        try {
            Files.deleteIfExists(folder.resolve(job));
        } catch (IOException e) {
            LOG.debug("{} stays", folder.resolve(job), e);
        }
    }
}
