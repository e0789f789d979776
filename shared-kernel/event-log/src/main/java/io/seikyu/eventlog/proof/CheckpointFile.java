package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.LogDamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkpoints as lines of JSON. A line that a crash left unfinished is dropped. When the file has grown, the last
 * checkpoint of each hour stays: the latest vouches for everything, those before only help to find where a fault began.
 * One behind which the log was shorter stays too: it tells of a lost tail.
 */
final class CheckpointFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private long thinAbove;

    CheckpointFile(Path file, long thinAbove) {
        this.file = file;
        this.thinAbove = thinAbove;
    }

    /** @throws LogDamagedException when a finished line is no checkpoint */
    List<Checkpoint> read() throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        if (!Files.exists(file)) {
            return checkpoints;
        }
        String text = Files.readString(file);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                checkpoints.add(JSON.readValue(lines.get(i), Checkpoint.class));
            } catch (JacksonException e) {
                throw new LogDamagedException("line " + (i + 1) + " of " + file + " is no checkpoint", e);
            }
        }
        return checkpoints;
    }

    /** Durable when it returns. */
    void append(Checkpoint checkpoint) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            write(channel, JSON.writeValueAsString(checkpoint) + "\n");
        }
        if (Files.size(file) > thinAbove) {
            thin();
            thinAbove = Math.max(thinAbove, 2 * Files.size(file));
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private void thin() throws IOException {
        Path thinner = file.resolveSibling(file.getFileName() + ".new");
        StringBuilder lines = new StringBuilder();
        for (Checkpoint checkpoint : worthKeeping(read())) {
            lines.append(JSON.writeValueAsString(checkpoint)).append('\n');
        }
        try (FileChannel channel = FileChannel.open(
                thinner, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(channel, lines.toString());
        }
        Files.move(thinner, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Checkpoint> worthKeeping(List<Checkpoint> all) {
        List<Checkpoint> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Checkpoint next = i + 1 < all.size() ? all.get(i + 1) : null;
            if (next == null || next.position() <= all.get(i).position() || !sameHour(all.get(i), next)) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static boolean sameHour(Checkpoint one, Checkpoint other) {
        return one.time().truncatedTo(ChronoUnit.HOURS).equals(other.time().truncatedTo(ChronoUnit.HOURS));
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
