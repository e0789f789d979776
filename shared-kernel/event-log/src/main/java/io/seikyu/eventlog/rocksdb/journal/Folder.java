package io.seikyu.eventlog.rocksdb.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The journal's files, beside the database's. A file that has the name of a segment has been one durably since it got
 * the name; what is being made, or waits to be used again, is called otherwise.
 */
final class Folder {
    private static final Pattern NAME = Pattern.compile("journal-(\\d{19})(\\.free|\\.new)?");
    private static final String FREE = ".free";
    private static final String NEW = ".new";

    /** Files that are kept to be used again. */
    private static final int MOST_FREE = 3;

    private final Path directory;
    private final Disk disk;

    Folder(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    Disk disk() {
        return disk;
    }

    /** The segments there are, by their numbers. */
    NavigableMap<Long, Path> segments() throws IOException {
        return files("");
    }

    /** A number that no file here has had. */
    long nextNumber() throws IOException {
        long last = 0;
        for (String kind : List.of("", FREE, NEW)) {
            NavigableMap<Long, Path> files = files(kind);
            last = files.isEmpty() ? last : Math.max(last, files.lastKey());
        }
        return last + 1;
    }

    /** A free file of at least {@code size} bytes, the smallest; what is too small is deleted. */
    Path takeFree(long size) throws IOException {
        List<Path> fit = new ArrayList<>();
        for (Path file : files(FREE).values()) {
            if (Files.size(file) >= size) {
                fit.add(file);
            } else {
                disk.delete(file);
            }
        }
        return fit.stream()
                .min(Comparator.comparingLong(file -> file.toFile().length()))
                .orElse(null);
    }

    /** Where a file is made that will be segment {@code number}. */
    Path unfinished(long number) {
        return path(number, NEW);
    }

    /** Gives {@code file} the name of segment {@code number}, durably. */
    Path name(Path file, long number) throws IOException {
        Path named = path(number, "");
        rename(file, named);
        return named;
    }

    /** Durable when it returns: what is in a file must not change while it might have the name of a segment again. */
    void rename(Path file, Path to) throws IOException {
        disk.move(file, to);
        disk.sync(directory);
    }

    /** Takes the segment's name from {@code file}. It may have it again after a power failure, which does no harm. */
    void free(long number, Path file, long atMost) throws IOException {
        if (Files.size(file) > atMost || files(FREE).size() >= MOST_FREE) {
            disk.delete(file);
        } else {
            disk.move(file, path(number, FREE));
        }
    }

    void deleteUnfinished() throws IOException {
        for (Path file : files(NEW).values()) {
            disk.delete(file);
        }
    }

    private Path path(long number, String kind) {
        return directory.resolve(String.format("journal-%019d%s", number, kind));
    }

    private NavigableMap<Long, Path> files(String kind) throws IOException {
        NavigableMap<Long, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "journal-*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && kind.equals(name.group(2) == null ? "" : name.group(2))) {
                    found.put(Long.parseLong(name.group(1)), file);
                }
            }
        }
        return found;
    }
}
