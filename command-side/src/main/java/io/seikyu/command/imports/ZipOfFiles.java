package io.seikyu.command.imports;

import io.seikyu.contract.job.RowFault;
import io.seikyu.web.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A zip of files. It is read as it comes and never unpacked to where its names point; what it may hold is bounded. */
final class ZipOfFiles implements RowFile {
    static final int MOST_ENTRIES = 20_000;
    static final long LARGEST_ENTRY = 64L << 20;
    static final long LARGEST_TOTAL = 256L << 20;
    /** Invoices that are alike shrink to a thirtieth. */
    static final int HIGHEST_RATIO = 100;

    private static final long SMALL = 1 << 20;

    private final Map<String, RowFile> byEnding;

    ZipOfFiles(Map<String, RowFile> byEnding) {
        this.byEnding = byEnding;
    }

    @Override
    public void read(Upload file, RowSink sink) throws IOException {
        // names of another charset than UTF-8 need not be read right: only their endings count
        try (ZipInputStream zip = new ZipInputStream(file.open(), StandardCharsets.ISO_8859_1)) {
            Bounded bounded = new Bounded(zip, file.size());
            int number = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++number > MOST_ENTRIES) {
                    throw unusable("it holds more than " + MOST_ENTRIES + " files");
                }
                refuseElsewhere(entry.getName(), number);
                if (!isLeftByAnArchiver(entry)) {
                    entry(format(entry, number), bounded, number, sink);
                }
            }
            if (number == 0) {
                throw unusable("it is none, or it is empty");
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw unusable("it is damaged, encrypted, or of a kind that cannot be read");
        } catch (java.io.EOFException e) {
            throw unusable("its end is missing");
        }
    }

    private static void entry(RowFile format, InputStream zip, int number, RowSink sink) throws IOException {
        try (Upload content = Upload.of(zip, LARGEST_ENTRY)) {
            format.read(content, new Within("file " + number, sink));
        }
    }

    private static boolean isLeftByAnArchiver(ZipEntry entry) {
        String name = entry.getName();
        return entry.isDirectory()
                || name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private static void refuseElsewhere(String name, int number) {
        if (name.startsWith("/") || name.contains("\\") || name.contains("..") || name.indexOf('\0') >= 0) {
            throw unusable("the name of file " + number + " points elsewhere");
        }
    }

    private RowFile format(ZipEntry entry, int number) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        RowFile format = byEnding.get(name.substring(name.lastIndexOf('.') + 1));
        if (format == null) {
            throw unusable("file " + number + " is none of "
                    + String.join(", ", byEnding.keySet().stream().sorted().toList()));
        }
        return format;
    }

    private static ProblemException unusable(String why) {
        return new ProblemException(422, "unusable-zip", "The zip cannot be used: " + why + ".");
    }

    /** Ends a zip that grows beyond all measure. Closing it goes on to the next entry. */
    private static final class Bounded extends FilterInputStream {
        private final long packed;
        private long unpacked;

        Bounded(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            unpacked += read;
            if (unpacked > LARGEST_TOTAL) {
                throw unusable("it unpacks to more than " + LARGEST_TOTAL + " bytes");
            }
            if (unpacked > SMALL && unpacked / HIGHEST_RATIO > packed) {
                throw unusable("it unpacks to more than " + HIGHEST_RATIO + " times its size");
            }
        }

        @Override
        public void close() {
            // the entry has ended, the zip has not
        }
    }

    /** Says of each row in which file it stood. */
    private record Within(String file, RowSink sink) implements RowSink {
        @Override
        public void row(String source, ImportFormat format, String text) {
            sink.row(at(source), format, text);
        }

        @Override
        public void broken(String source, RowFault fault) {
            sink.broken(at(source), fault);
        }

        private String at(String source) {
            return source.isEmpty() ? file : file + ", " + source;
        }
    }
}
