package io.seikyu.eventlog.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A signed statement that the log reached a position with a hash. As the hash covers everything before it, one
 * checkpoint vouches for all positions up to its own.
 *
 * @param logId     of the log
 * @param position  of the last event of a commit
 * @param hash      of that commit, in hexadecimal
 * @param time      when the statement was made, by the machine's clock
 * @param signature Ed25519 over {@link #statement}, in base64
 */
public record Checkpoint(UUID logId, long position, String hash, Instant time, String signature) {
    static Checkpoint unsigned(UUID logId, long position, byte[] hash, Instant time) {
        return new Checkpoint(logId, position, HexFormat.of().formatHex(hash), time, "");
    }

    Checkpoint signed(String made) {
        return new Checkpoint(logId, position, hash, time, made);
    }

    /** What is signed: five lines of text, so that it can be checked with any tool. */
    public byte[] statement() {
        return ("seikyu-checkpoint-1\n" + logId + "\n" + position + "\n" + hash + "\n" + time + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
