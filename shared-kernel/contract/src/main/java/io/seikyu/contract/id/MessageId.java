package io.seikyu.contract.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A message to somebody outside (送付). Its stream is {@code <tenant>/message/<value>}. */
public record MessageId(String tenant, String value) {
    private static final int DIGITS_OF_DIGEST = 40;

    public MessageId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /**
     * The id of the message that this thing causes in this round: the same intent always has the same id, e.g.
     * {@code invoice.inv-001.1}. The digest stands in for a name that would make it too long.
     */
    public static MessageId of(String tenant, String type, String id, int round) {
        String readable = type + "." + id + "." + round;
        return new MessageId(tenant, Ids.isValid(readable) ? readable : type + "." + round + "-" + digest(id));
    }

    private static String digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS_OF_DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The name of this message's stream. */
    @Override
    public String toString() {
        return tenant + "/message/" + value;
    }
}
