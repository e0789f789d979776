package io.seikyu.command.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * Writes mail as files {@code <client>/<message>.<attempt>.eml}, where no server is configured. A file appears whole
 * and durable or not at all, and is never written over: one that is there may have been written before the log was
 * restored.
 */
final class EmlFolder implements MailTransport {
    private final Path folder;
    private final Clock machineClock;

    EmlFolder(Path folder, Clock machineClock) {
        this.folder = folder;
        this.machineClock = machineClock;
    }

    @Override
    public Result send(Mail mail) {
        Path file = folder.resolve(mail.tenant()).resolve(mail.name() + ".eml");
        Path unfinished = file.resolveSibling("." + mail.name() + ".unfinished");
        if (Files.exists(file)) {
            return new Unknown();
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    unfinished,
                    mail.content(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            return new Refused(false, "file", e.getClass().getSimpleName());
        }
        if (machineClock.instant().isAfter(mail.latest())) {
            return new Refused(false, "late", null);
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.getParent());
            return new Accepted(file.getFileName().toString());
        } catch (IOException e) {
            return new Unknown();
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
