package io.seikyu.eventlog.rocksdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * Which copy of the log this directory is. A file in it holds a name and where that file is: its directory and, where
 * the file system numbers files, its number. A file that was copied, restored or moved to another directory is
 * somewhere else, and gets another name. It is rewritten in place at every start, so that a tool that restores what has
 * changed also restores this file, as another one.
 *
 * <p>What it cannot tell: a copy of the whole file system, which has the same numbers; a file that was restored by
 * writing over it.
 */
final class Incarnation {
    private static final String FILE = "incarnation";

    private Incarnation() {}

    /** @throws UncheckedIOException when the directory cannot be written */
    static String of(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            String place = directory.toRealPath() + " " + number(file);
            List<String> said = Files.readAllLines(file);
            String name = said.size() == 3 && said.get(1).equals(place)
                    ? said.get(0)
                    : UUID.randomUUID().toString();
            String starts = said.size() == 3 && said.get(1).equals(place) ? next(said.get(2)) : "1";
            Files.write(
                    file,
                    List.of(name, place, starts),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.SYNC);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String next(String starts) {
        return Long.toString(Long.parseLong(starts) + 1);
    }

    /** Not the device's number, which may be another one after the machine was started again. */
    private static Object number(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ino")
                : "-";
    }
}
