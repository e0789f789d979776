package io.seikyu.eventlog.rocksdb.journal;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a segment consists of: a frame is a whole number of blocks, so writing one never touches a byte of another.
 * Numbers are big-endian:
 *
 * <pre>
 * CRC-32C of all that follows (4) | kind (4) | segment (8) | salt (8) | first position (8) | last position (8)
 * commits (4) | length (4) | for each commit: length (4), hash (32), body | zeros up to the end of the block
 * </pre>
 *
 * <p>The salt is drawn anew whenever a file becomes a segment, so what it held before is never taken for a frame, and
 * nobody who sends bytes to be stored can make them look like one.
 *
 * @param kind     {@link #OPENING}, {@link #GROUP} or {@link #SEAL}
 * @param segment  counts segments
 * @param first    position; of a seal, the one that comes next
 * @param last     position; before {@code first} when there are no commits
 * @param commits  how many
 * @param length   bytes of what follows the head
 */
record Frame(int kind, long segment, long salt, long first, long last, int commits, int length) {
    static final int BLOCK = 4096;
    static final int HEAD = 48;

    /** The first frame of a segment; a length says how large the file is, in blocks. */
    static final int OPENING = 0x534b4a30;

    /** Commits that became durable together. */
    static final int GROUP = 0x534b4a31;

    /** The segment ends here, and the next one is there. */
    static final int SEAL = 0x534b4a32;

    private static final int CHECKED_FROM = Integer.BYTES;
    private static final int EACH = Integer.BYTES + CommitCodec.HASH_LENGTH;

    static Frame opening(long segment, long salt, long size) {
        return new Frame(OPENING, segment, salt, 0, -1, Math.toIntExact(size / BLOCK), 0);
    }

    static Frame seal(long segment, long salt, long next) {
        return new Frame(SEAL, segment, salt, next, next - 1, 0, 0);
    }

    static Frame group(long segment, long salt, List<StoredCommit> commits) {
        return new Frame(
                GROUP,
                segment,
                salt,
                commits.get(0).firstPosition(),
                commits.get(commits.size() - 1).lastPosition(),
                commits.size(),
                Math.toIntExact(length(commits)));
    }

    private static long length(List<StoredCommit> commits) {
        return commits.stream().mapToLong(commit -> EACH + commit.body().length).sum();
    }

    /** Bytes that a group of these takes. */
    static long size(List<StoredCommit> commits) {
        return blocks(HEAD + length(commits));
    }

    long size() {
        return blocks(HEAD + (long) length);
    }

    private static long blocks(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Whether {@code other}'s head is from the same segment, in the same life of the file. */
    boolean sameLife(Frame other) {
        return segment == other.segment && salt == other.salt;
    }

    /** The frame as pieces to be written one after the other; bodies are not copied. */
    List<byte[]> pieces(List<StoredCommit> group) {
        List<byte[]> pieces = new ArrayList<>(2 + 3 * group.size());
        byte[] head = new byte[HEAD];
        pieces.add(head);
        for (StoredCommit commit : group) {
            pieces.add(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(commit.body().length)
                    .array());
            pieces.add(commit.hash());
            pieces.add(commit.body());
        }
        pieces.add(new byte[(int) (size() - HEAD - length)]);
        ByteBuffer.wrap(head)
                .putInt(0)
                .putInt(kind)
                .putLong(segment)
                .putLong(salt)
                .putLong(first)
                .putLong(last)
                .putInt(commits)
                .putInt(length);
        CRC32C crc = new CRC32C();
        crc.update(head, CHECKED_FROM, HEAD - CHECKED_FROM);
        pieces.subList(1, pieces.size()).forEach(crc::update);
        ByteBuffer.wrap(head).putInt(0, (int) crc.getValue());
        return pieces;
    }

    /** The head at the beginning of {@code block}, whatever it says. */
    static Frame head(ByteBuffer block) {
        ByteBuffer in = block.duplicate();
        in.getInt();
        return new Frame(in.getInt(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getInt(), in.getInt());
    }

    /** Whether {@code whole}, {@link #size()} bytes, is this frame as it was written. */
    boolean whole(ByteBuffer whole) {
        CRC32C crc = new CRC32C();
        crc.update(whole.duplicate().position(CHECKED_FROM));
        return whole.getInt(0) == (int) crc.getValue();
    }

    /**
     * The commits of {@code whole}, a group.
     *
     * @throws LogDamagedException when somebody else wrote it
     */
    List<StoredCommit> group(ByteBuffer whole) {
        ByteBuffer in = whole.duplicate().position(HEAD).limit(HEAD + length);
        List<StoredCommit> group = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                ByteBuffer commit = in.slice(in.position() + Integer.BYTES, CommitCodec.HASH_LENGTH + in.getInt());
                byte[] hash = new byte[CommitCodec.HASH_LENGTH];
                byte[] body = new byte[commit.remaining() - hash.length];
                commit.get(hash).get(body);
                group.add(CommitCodec.decode(body, hash));
                in.position(in.position() + commit.capacity());
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new LogDamagedException("the commits from position " + first + " on cannot be read", e);
        }
        if (group.size() != commits
                || group.get(0).firstPosition() != first
                || group.get(commits - 1).lastPosition() != last) {
            throw new LogDamagedException(
                    "the commits from position " + first + " on are not those that were to come", null);
        }
        return group;
    }
}
