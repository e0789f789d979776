package io.seikyu.command.imports;

import io.seikyu.command.request.Digests;
import io.seikyu.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Bytes that can be read several times, however they came in: in memory while they are few, else in a temporary file
 * that only its owner can read and that is gone when it is closed.
 */
final class Upload implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;

    private final byte[] first;
    private final FileChannel file;
    private final long size;
    private final String digest;

    private Upload(byte[] first, FileChannel file, long size, String digest) {
        this.first = first;
        this.file = file;
        this.size = size;
        this.digest = digest;
    }

    /** @throws ProblemException 413 when there is more than {@code most} bytes of it */
    static Upload of(InputStream in, long most) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] first = in.readNBytes((int) Math.min(IN_MEMORY, most + 1));
        digest.update(first);
        if (first.length > most) {
            throw tooLarge(most);
        }
        if (first.length < IN_MEMORY) {
            return new Upload(first, null, first.length, hex(digest));
        }
        FileChannel file = temporary();
        try {
            long size = first.length;
            file.write(ByteBuffer.wrap(first));
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw tooLarge(most);
                }
                digest.update(buffer, 0, read);
                ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
                while (part.hasRemaining()) {
                    file.write(part);
                }
            }
            return new Upload(null, file, size, hex(digest));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static FileChannel temporary() throws IOException {
        Path path = Files.createTempFile("seikyu", ".upload");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static ProblemException tooLarge(long most) {
        return new ProblemException(
                413, "body-too-large", "A file may have at most " + most + " bytes: send it in several parts.");
    }

    /** From the beginning. */
    InputStream open() {
        return file == null ? new ByteArrayInputStream(first) : new Positioned(file);
    }

    long size() {
        return size;
    }

    /** SHA-256, hexadecimal. */
    String digest() {
        return digest;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads a file at a place of its own. */
    private static final class Positioned extends InputStream {
        private final FileChannel file;
        private long position;

        Positioned(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(into, from, length), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
