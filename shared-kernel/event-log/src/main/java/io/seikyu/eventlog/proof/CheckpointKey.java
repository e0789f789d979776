package io.seikyu.eventlog.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The Ed25519 key that signs checkpoints: {@code checkpoint-key.pem}, readable by the owner alone, and {@code
 * checkpoint-key.pub.pem}, which an auditor may have. Both are made together on first use. Whoever checks needs the
 * public one only, and should keep a copy of it elsewhere.
 */
final class CheckpointKey {
    private static final String SECRET_FILE = "checkpoint-key.pem";
    private static final String PUBLIC_FILE = "checkpoint-key.pub.pem";
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;

    private CheckpointKey(PrivateKey secret) {
        this.secret = secret;
    }

    /** The key in {@code directory}, made when there is none. */
    static CheckpointKey in(Path directory) {
        try {
            Path file = directory.resolve(SECRET_FILE);
            if (!Files.exists(file)) {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                // the public one first: a crash between the two leaves no secret key that nobody can check
                write(
                        directory.resolve(PUBLIC_FILE),
                        "rw-r--r--",
                        pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                write(file, "rw-------", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            }
            return new CheckpointKey(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(content(file))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the checkpoints in " + directory + " cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the checkpoints in " + directory + " cannot be reached", e);
        }
    }

    static PublicKey publicKeyIn(Path directory) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(content(directory.resolve(PUBLIC_FILE))));
    }

    String sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(statement);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkpoint cannot be signed", e);
        }
    }

    static boolean signed(Checkpoint checkpoint, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.statement());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private static byte[] content(Path pem) throws IOException {
        String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    private static void write(Path file, String permissions, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = posix
                ? FileChannel.open(
                        beside,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
                : FileChannel.open(beside, options)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
