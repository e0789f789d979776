package io.seikyu.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The bytes of a commit, the same in every engine, and its hash. Big-endian; text is UTF-8 behind its length in bytes
 * (4), -1 for none; an instant is seconds (8) and nanoseconds (4):
 *
 * <pre>
 * format (1) | first position (8) | recorded at (12) | commit id (16) | tenant | claims: count (4), each, sorted
 * events: count (4), each: id | stream or none | sequence (8) | type | revision (4) | at (12) | payload | metadata
 * </pre>
 *
 * <p>{@code hash = SHA-256(hash of the commit before it, or 32 zero bytes, followed by these bytes)}.
 */
public final class CommitCodec {
    /** What stands before the first commit. */
    public static final int HASH_LENGTH = 32;

    private static final byte FORMAT = 1;

    private CommitCodec() {}

    public static byte[] beforeTheFirst() {
        return new byte[HASH_LENGTH];
    }

    /**
     * The bytes of a commit that got its place.
     *
     * @param unplaced of the same commit, encoded with any position and time
     */
    static byte[] place(byte[] unplaced, long firstPosition, Instant recordedAt) {
        byte[] body = unplaced.clone();
        ByteBuffer.wrap(body)
                .put(FORMAT)
                .putLong(firstPosition)
                .putLong(recordedAt.getEpochSecond())
                .putInt(recordedAt.getNano());
        return body;
    }

    public static byte[] encode(long firstPosition, Instant recordedAt, NewCommit commit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(firstPosition);
            instant(out, recordedAt);
            out.writeLong(commit.id().getMostSignificantBits());
            out.writeLong(commit.id().getLeastSignificantBits());
            text(out, commit.tenant());
            Set<String> claims = new TreeSet<>(commit.claims());
            out.writeInt(claims.size());
            for (String claim : claims) {
                text(out, claim);
            }
            out.writeInt(commit.events().size());
            for (NewEvent event : commit.events()) {
                encode(out, event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One event, as it stands within a commit. */
    public static byte[] encode(NewEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            encode(out, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void encode(DataOutputStream out, NewEvent event) throws IOException {
        text(out, event.id());
        text(out, event.stream());
        out.writeLong(event.sequence());
        text(out, event.type());
        out.writeInt(event.revision());
        instant(out, event.at());
        bytes(out, event.payload());
        bytes(out, event.metadata());
    }

    /**
     * @param body as {@link #encode(long, Instant, NewCommit)} made it
     * @throws LogDamagedException when it is anything else
     */
    public static StoredCommit decode(byte[] body, byte[] hash) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            byte format = in.get();
            if (format != FORMAT) {
                throw new LogDamagedException("a commit has the unknown format " + format, null);
            }
            long firstPosition = in.getLong();
            Instant recordedAt = instant(in);
            UUID id = new UUID(in.getLong(), in.getLong());
            String tenant = text(in);
            int claimCount = in.getInt();
            Set<String> claims = new LinkedHashSet<>();
            for (int i = 0; i < claimCount; i++) {
                claims.add(text(in));
            }
            int count = in.getInt();
            List<NewEvent> events = new ArrayList<>(Math.min(count, 1024));
            for (int i = 0; i < count; i++) {
                events.add(decodeEvent(in));
            }
            if (in.hasRemaining()) {
                throw new LogDamagedException("commit " + firstPosition + " has bytes behind its end", null);
            }
            return new StoredCommit(firstPosition, recordedAt, new NewCommit(id, tenant, events, claims), body, hash);
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new LogDamagedException("the bytes of a commit cannot be read", e);
        }
    }

    /**
     * One event of a commit, without reading the others.
     *
     * @param index from 0
     * @throws LogDamagedException when the commit has no such event, or is none
     */
    public static StoredEvent event(byte[] body, int index) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            in.get();
            long firstPosition = in.getLong();
            Instant recordedAt = instant(in);
            in.position(in.position() + 16);
            skip(in);
            for (int claims = in.getInt(); claims > 0; claims--) {
                skip(in);
            }
            int count = in.getInt();
            if (index < 0 || index >= count) {
                throw new LogDamagedException("commit " + firstPosition + " has no event " + index, null);
            }
            for (int i = 0; i < index; i++) {
                skipEvent(in);
            }
            return new StoredEvent(firstPosition + index, recordedAt, decodeEvent(in));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new LogDamagedException("the bytes of a commit cannot be read", e);
        }
    }

    /** @throws LogDamagedException when {@code bytes} are not those of an event */
    public static NewEvent decodeEvent(byte[] bytes) {
        try {
            return decodeEvent(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new LogDamagedException("the bytes of an event cannot be read", e);
        }
    }

    private static void skipEvent(ByteBuffer in) {
        skip(in);
        skip(in);
        in.position(in.position() + 8);
        skip(in);
        in.position(in.position() + 4 + 12);
        skip(in);
        skip(in);
    }

    private static void skip(ByteBuffer in) {
        int length = in.getInt();
        in.position(in.position() + Math.max(0, length));
    }

    private static NewEvent decodeEvent(ByteBuffer in) {
        return new NewEvent(text(in), text(in), in.getLong(), text(in), in.getInt(), instant(in), bytes(in), bytes(in));
    }

    /** The hash of a commit that follows one with {@code previous}. */
    public static byte[] hash(byte[] previous, byte[] body) {
        MessageDigest sha = sha256();
        sha.update(previous);
        return sha.digest(body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        bytes(out, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
    }

    private static void instant(DataOutputStream out, Instant value) throws IOException {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    private static String text(ByteBuffer in) {
        byte[] value = bytes(in);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    private static Instant instant(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }
}
