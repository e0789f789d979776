package io.seikyu.documents.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the time of day out of a PDF, so that a paper that was sent can be made again, byte for byte. FOP writes it in
 * two places: the date of the metadata becomes the file's own date, and the id (ISO 32000-1, 14.4) a digest of the
 * content. Both keep their length, so nothing moves.
 */
final class Reproducible {
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>([^<]*)</xmp:CreateDate>");
    private static final Pattern MARKED = Pattern.compile("<xmp:MetadataDate>([^<]*)</xmp:MetadataDate>");
    private static final Pattern ID =
            Pattern.compile("/ID\\s*\\[\\s*<([0-9A-Fa-f]{32})>\\s*<([0-9A-Fa-f]{32})>\\s*\\]");

    private Reproducible() {}

    static byte[] of(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        Matcher created = CREATED.matcher(text);
        Matcher marked = MARKED.matcher(text);
        Matcher id = ID.matcher(text);
        if (created.find() && marked.find()) {
            write(pdf, marked, 1, created.group(1).getBytes(StandardCharsets.ISO_8859_1));
        }
        if (id.find(text.lastIndexOf("trailer"))) {
            write(pdf, id, 1, new byte[32]);
            write(pdf, id, 2, new byte[32]);
            byte[] digest = HexFormat.of().formatHex(md5(pdf)).getBytes(StandardCharsets.ISO_8859_1);
            write(pdf, id, 1, digest);
            write(pdf, id, 2, digest);
        }
        return pdf;
    }

    private static void write(byte[] pdf, Matcher place, int group, byte[] value) {
        System.arraycopy(
                value, 0, pdf, place.start(group), Math.min(value.length, place.end(group) - place.start(group)));
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
