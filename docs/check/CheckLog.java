import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the export of a Seikyu log against checkpoints that were kept elsewhere, with nothing of Seikyu: one file, the
 * JDK alone, short enough to be read before it is believed.
 *
 * <pre>
 * java CheckLog.java export.seikyu checkpoints.ndjson checkpoint-key.pub.pem
 * </pre>
 *
 * <p>Export (big-endian): {@code "SEIKYULOG1" | log id (16) | per commit: 1 (1), hash (32), length (4), body | 0 (1) |
 * last position (8)}. The hash of a commit is SHA-256 over the hash of the one before it (32 zero bytes before the
 * first) and its body. A body begins {@code format (1) | first position (8) | time (12) | commit id (16) | tenant |
 * claims: count (4), each | events: count (4)}; a text stands behind its length in bytes (4).
 *
 * <p>Checkpoint: a line of JSON {@code {logId, position, hash, time, signature}}; what is signed (Ed25519) is five lines,
 * {@code seikyu-checkpoint-1}, log id, position, hash, time.
 *
 * <p>It ends with 0 when everything up to the last checkpoint is as it was vouched for, with 1 when something is not,
 * and with 2 when it could not look.
 */
public final class CheckLog {
    private static final byte[] MAGIC = "SEIKYULOG1".getBytes(StandardCharsets.US_ASCII);

    private CheckLog() {}

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("usage: java CheckLog.java <export> <checkpoints.ndjson> <checkpoint-key.pub.pem>");
            System.exit(2);
        }
        try {
            Map<Long, Map<String, String>> checkpoints =
                    checkpoints(Path.of(arguments[1]), key(Path.of(arguments[2])));
            System.out.println(check(Path.of(arguments[0]), checkpoints));
        } catch (Fault fault) {
            System.out.println("FAULT: " + fault.getMessage());
            System.exit(1);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            System.err.println("It cannot be checked: " + e);
            System.exit(2);
        }
    }

    /** Something is not as it was written. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String what) {
            super(what);
        }
    }

    private static PublicKey key(Path pem) throws IOException, GeneralSecurityException {
        String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
    }

    /** Those with a true signature, by position; a false one is a fault. */
    private static Map<Long, Map<String, String>> checkpoints(Path file, PublicKey key)
            throws IOException, GeneralSecurityException, Fault {
        Map<Long, Map<String, String>> found = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            Map<String, String> fields = new HashMap<>();
            Matcher field = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"?([^\",}]*)\"?").matcher(line);
            while (field.find()) {
                fields.put(field.group(1), field.group(2));
            }
            if (fields.isEmpty()) {
                continue;
            }
            String statement = "seikyu-checkpoint-1\n" + fields.get("logId") + "\n" + fields.get("position") + "\n"
                    + fields.get("hash") + "\n" + fields.get("time") + "\n";
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(statement.getBytes(StandardCharsets.UTF_8));
            if (!signature.verify(Base64.getDecoder().decode(fields.get("signature")))) {
                throw new Fault("the checkpoint for position " + fields.get("position") + " has a false signature");
            }
            Map<String, String> before = found.put(Long.valueOf(fields.get("position")), fields);
            if (before != null && !before.get("hash").equals(fields.get("hash"))) {
                throw new Fault("two checkpoints for position " + fields.get("position") + " contradict each other");
            }
        }
        return found;
    }

    private static String check(Path export, Map<Long, Map<String, String>> checkpoints)
            throws IOException, GeneralSecurityException, Fault {
        Map<Long, Map<String, String>> unmet = new TreeMap<>(checkpoints);
        byte[] hash = new byte[32];
        long next = 0;
        long vouched = -1;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(export)))) {
            if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new Fault("this is not the export of a log");
            }
            String id = new UUID(in.readLong(), in.readLong()).toString();
            for (Map<String, String> checkpoint : checkpoints.values()) {
                if (!checkpoint.get("logId").equals(id)) {
                    throw new Fault("this is log " + id + ", a checkpoint vouches for " + checkpoint.get("logId"));
                }
            }
            while (in.readUnsignedByte() == 1) {
                byte[] told = new byte[32];
                in.readFully(told);
                byte[] body = new byte[in.readInt()];
                in.readFully(body);
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(hash);
                hash = sha256.digest(body);
                if (!MessageDigest.isEqual(hash, told)) {
                    throw new Fault("the chain breaks at position " + next);
                }
                ByteBuffer fields = ByteBuffer.wrap(body);
                if (fields.position(1).getLong() != next) {
                    throw new Fault("a commit is missing at position " + next);
                }
                long last = next + events(fields.position(37)) - 1;
                for (long position = next; position <= last; position++) {
                    Map<String, String> checkpoint = unmet.remove(position);
                    if (checkpoint != null
                            && (position < last
                                    || !checkpoint.get("hash").equals(HexFormat.of().formatHex(hash)))) {
                        throw new Fault("another commit was vouched for at position " + position);
                    }
                    vouched = checkpoint == null ? vouched : position;
                }
                next = last + 1;
            }
            if (in.readLong() != next - 1) {
                throw new Fault("the export does not end where it says");
            }
        } catch (EOFException e) {
            throw new Fault("the export is cut off behind position " + (next - 1));
        }
        if (!unmet.isEmpty()) {
            throw new Fault("the log ends at position " + (next - 1) + "; a checkpoint vouches for position "
                    + unmet.keySet().iterator().next() + ", which is lost");
        }
        return "Whole through position " + (next - 1) + "; vouched for through position " + vouched + ".";
    }

    /** How many events a commit has; {@code body} stands before its tenant. */
    private static int events(ByteBuffer body) {
        skipText(body);
        int claims = body.getInt();
        for (int i = 0; i < claims; i++) {
            skipText(body);
        }
        return body.getInt();
    }

    private static void skipText(ByteBuffer body) {
        int length = body.getInt();
        body.position(body.position() + Math.max(0, length));
    }
}
