package io.seikyu.standalone;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a file holds: its bytes, and whatever in them looks compressed (zip, PDF) or is base64 (mail). */
final class Inflated {
    private static final Pattern BASE64 = Pattern.compile("(?:[A-Za-z0-9+/]{60,76}\r?\n)*[A-Za-z0-9+/]{24,76}={0,2}");
    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    private static final int MOST = 1 << 24;

    private Inflated() {}

    static List<byte[]> all(byte[] bytes) {
        List<byte[]> all = new ArrayList<>(List.of(bytes));
        for (int i = 0; i + 30 < bytes.length; i++) {
            if (bytes[i] == 0x78 && (bytes[i + 1] == (byte) 0x9c || bytes[i + 1] == (byte) 0xda || bytes[i + 1] == 1)) {
                add(all, bytes, i, false);
            } else if (startsWith(bytes, i, LOCAL_HEADER)) {
                int names = (bytes[i + 26] & 255) + 256 * (bytes[i + 27] & 255);
                int extra = (bytes[i + 28] & 255) + 256 * (bytes[i + 29] & 255);
                add(all, bytes, i + 30 + names + extra, true);
            }
        }
        return all;
    }

    /** Parts of mail. */
    static List<byte[]> parts(String mail) {
        List<byte[]> parts = new ArrayList<>();
        Matcher block = BASE64.matcher(mail);
        while (block.find()) {
            try {
                parts.add(Base64.getMimeDecoder().decode(block.group()));
            } catch (IllegalArgumentException e) {
                // it only looked so
            }
        }
        return parts;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (bytes[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<byte[]> all, byte[] bytes, int from, boolean raw) {
        if (from >= bytes.length) {
            return;
        }
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int n = inflater.inflate(part); n > 0 && out.size() < MOST; n = inflater.inflate(part)) {
                out.write(part, 0, n);
            }
            if (out.size() > 0) {
                all.add(out.toByteArray());
            }
        } catch (DataFormatException e) {
            // it only looked so
        } finally {
            inflater.end();
        }
    }
}
