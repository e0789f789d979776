package io.seikyu.eventlog.rocksdb;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A sum over index entries that does not depend on their order: two sets with the same sum are the same. The seed is
 * drawn for each check, so nobody can prepare entries that cancel out.
 */
final class EntrySum {
    private final byte[] seed;
    private final MessageDigest sha;
    private long high;
    private long low;
    private long count;
    private long last = -1;

    EntrySum(byte[] seed) {
        this.seed = seed;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(byte[] key, byte[] value) {
        sha.update(seed);
        sha.update((byte) value.length);
        sha.update(value);
        ByteBuffer hash = ByteBuffer.wrap(sha.digest(key));
        high += hash.getLong();
        low += hash.getLong();
        count++;
    }

    /** Notes that an entry leads to {@code position}, whether or not it is summed. */
    void leadsTo(long position) {
        last = Math.max(last, position);
    }

    long count() {
        return count;
    }

    /** The last position that an entry leads to. */
    long last() {
        return last;
    }

    boolean same(EntrySum other) {
        return count == other.count && high == other.high && low == other.low;
    }
}
