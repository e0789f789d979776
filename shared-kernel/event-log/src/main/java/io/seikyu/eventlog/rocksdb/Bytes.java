package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Keys and values as they stand in the column families. Numbers are big-endian, so that they sort. */
final class Bytes {
    private Bytes() {}

    static byte[] position(long position) {
        return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    }

    static long position(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sequence(String stream, long sequence) {
        byte[] name = text(stream);
        return ByteBuffer.allocate(name.length + 1 + Long.BYTES)
                .put(name)
                .put((byte) 0)
                .putLong(sequence)
                .array();
    }

    static long sequence(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    /** Whether {@code key} is one of {@code any}'s stream, both as {@link #sequence(String, long)} made them. */
    static boolean sameStream(byte[] key, byte[] any) {
        return key.length == any.length
                && Arrays.equals(key, 0, key.length - Long.BYTES, any, 0, any.length - Long.BYTES);
    }

    static boolean isSequence(String key) {
        return key.startsWith("s:");
    }

    /** A key of {@link Keys} as it stands in its column family. */
    static byte[] key(String key) {
        if (!isSequence(key)) {
            return text(key);
        }
        int slash = key.lastIndexOf('/');
        return sequence(key.substring(2, slash), Long.parseLong(key.substring(slash + 1)));
    }

    static byte[] commit(StoredCommit commit) {
        return ByteBuffer.allocate(CommitCodec.HASH_LENGTH + commit.body().length)
                .put(commit.hash())
                .put(commit.body())
                .array();
    }

    static StoredCommit commit(byte[] value) {
        return CommitCodec.decode(body(value), hash(value));
    }

    static byte[] hash(byte[] value) {
        if (value.length <= CommitCodec.HASH_LENGTH) {
            throw new LogDamagedException("a commit is cut off within its hash", null);
        }
        return Arrays.copyOf(value, CommitCodec.HASH_LENGTH);
    }

    static byte[] body(byte[] value) {
        if (value.length <= CommitCodec.HASH_LENGTH) {
            throw new LogDamagedException("a commit is cut off within its hash", null);
        }
        return Arrays.copyOfRange(value, CommitCodec.HASH_LENGTH, value.length);
    }

    /** Where an event stands: the first position of its commit, and its number within. */
    record Place(long firstPosition, int index) {
        static Place of(byte[] value) {
            ByteBuffer in = ByteBuffer.wrap(value);
            return new Place(in.getLong(), in.getInt());
        }

        byte[] bytes() {
            return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(firstPosition)
                    .putInt(index)
                    .array();
        }

        long position() {
            return firstPosition + index;
        }
    }
}
