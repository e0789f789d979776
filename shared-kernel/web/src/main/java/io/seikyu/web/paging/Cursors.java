package io.seikyu.web.paging;

import io.seikyu.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads cursors: where a list goes on, as an opaque text that is of use for that list only. A cursor is
 * signed, so what is read was written here; what it may show is decided anew with each request.
 */
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int LONGEST = 4_096;

    private final SecretKeySpec key;

    /** @param secret the same in all processes that serve the same lists */
    public Cursors(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param list names the list, e.g. its address */
    public String write(String list, List<String> position) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (String part : position) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            byte[] body = bytes.toByteArray();
            bytes.write(signature(list, body));
            return encode(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException 400 {@code malformed-cursor} when it was not written here for this list */
    public List<String> read(String list, String cursor) {
        byte[] signed = decode(cursor);
        int length = signed.length - SIGNATURE_BYTES;
        byte[] body = Arrays.copyOf(signed, Math.max(length, 0));
        if (length < 0
                || !MessageDigest.isEqual(signature(list, body), Arrays.copyOfRange(signed, length, signed.length))) {
            throw malformed();
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
            List<String> position = new ArrayList<>();
            while (in.available() > 0) {
                position.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
            return List.copyOf(position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decode(String cursor) {
        try {
            byte[] bytes = cursor.length() <= LONGEST ? Base64.getUrlDecoder().decode(cursor) : new byte[0];
            if (encode(bytes).equals(cursor)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw malformed();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String list, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                400, "malformed-cursor", "cursor must be what 'next' of the same list said, unchanged.");
    }
}
