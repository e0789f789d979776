package io.seikyu.contract.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something a person has to do (要対応). Its stream is {@code <tenant>/task/<value>}. */
public record TaskId(String tenant, String value) {
    private static final int LONGEST = 64;
    private static final int OF_DIGEST = 16;

    public TaskId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /**
     * The id of the task that a cause opens, e.g. {@code review.i1.2}: the same cause gives the same id. What would be
     * too long ends in a digest.
     *
     * @param cause parts that are ids or numbers
     */
    public static TaskId of(String tenant, Object... cause) {
        StringBuilder name = new StringBuilder();
        for (Object part : cause) {
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return new TaskId(tenant, name.length() <= LONGEST ? name.toString() : shortened(name.toString()));
    }

    private static String shortened(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            String end = HexFormat.of().formatHex(digest).substring(0, OF_DIGEST);
            return name.substring(0, LONGEST - OF_DIGEST - 1) + "-" + end;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The name of this task's stream. */
    @Override
    public String toString() {
        return tenant + "/task/" + value;
    }
}
