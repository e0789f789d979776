package io.seikyu.eventlog.subjectkeys;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The files themselves: {@code <sha-256 of the subject>.key} holds the key and, behind it, the subject;
 * {@code .erased} beside it says that there shall be none. The caller sees to it that one thread writes at a time.
 */
final class KeyFiles {
    private static final String KEY = ".key";
    private static final String ERASED = ".erased";
    private static final String UNFINISHED = ".new";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path directory;

    KeyFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory, ownerOnly("rwx------"));
        finishWhatWasInterrupted();
    }

    Optional<byte[]> read(String subject) throws IOException {
        if (isErased(subject)) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(file(subject, KEY));
            if (content.length < NewKeys.LENGTH) {
                throw new IOException("the key file of " + subject + " is damaged");
            }
            return Optional.of(java.util.Arrays.copyOf(content, NewKeys.LENGTH));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean isErased(String subject) {
        return Files.exists(file(subject, ERASED));
    }

    /** Durable when it returns; a crash before leaves the key or nothing. */
    void write(String subject, byte[] key) throws IOException {
        byte[] name = subject.getBytes(StandardCharsets.UTF_8);
        Path unfinished = file(subject, UNFINISHED);
        Files.deleteIfExists(unfinished);
        create(
                unfinished,
                ByteBuffer.allocate(key.length + name.length).put(key).put(name).flip());
        Files.move(unfinished, file(subject, KEY), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
    }

    /** The mark comes first: a crash in between must not bring the key back. */
    void erase(String subject) throws IOException {
        Path mark = file(subject, ERASED);
        if (!Files.exists(mark)) {
            create(mark, ByteBuffer.allocate(0));
            sync(directory);
        }
        destroy(file(subject, KEY));
    }

    private void destroy(Path key) throws IOException {
        try (FileChannel channel = FileChannel.open(key, WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) channel.size());
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        } catch (NoSuchFileException e) {
            return;
        }
        Files.delete(key);
        sync(directory);
    }

    private void finishWhatWasInterrupted() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
            for (Path file : unfinished) {
                destroy(file);
            }
        }
        try (DirectoryStream<Path> erased = Files.newDirectoryStream(directory, "*" + ERASED)) {
            for (Path mark : erased) {
                String name = mark.getFileName().toString();
                destroy(directory.resolve(name.substring(0, name.length() - ERASED.length()) + KEY));
            }
        }
    }

    private static void create(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly("rw-------"))) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private Path file(String subject, String suffix) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest) + suffix);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
