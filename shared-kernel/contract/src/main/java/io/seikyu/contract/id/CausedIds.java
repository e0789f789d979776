package io.seikyu.contract.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are made of what causes something: the same cause gives the same id. */
final class CausedIds {
    private static final int LONGEST = 64;
    private static final int OF_DIGEST = 16;

    private CausedIds() {}

    /** The parts with a point between; what would be too long ends in a digest. */
    static String of(Object... cause) {
        StringBuilder name = new StringBuilder();
        for (Object part : cause) {
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return name.length() <= LONGEST ? name.toString() : shortened(name.toString());
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
}
