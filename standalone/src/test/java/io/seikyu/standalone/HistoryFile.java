package io.seikyu.standalone;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.LogExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A history that later revisions have to reproduce: a log as {@code seikyu export} writes it, and the keys of persons. */
public final class HistoryFile {
    private HistoryFile() {}

    /** @param data the directory whose log that is */
    public static void write(EventLog log, Path data, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> keys = Files.walk(data.resolve("subject-keys"))) {
            zip.putNextEntry(new ZipEntry("log"));
            LogExport.write(log, zip, (done, of) -> {});
            for (Path key : keys.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(data.relativize(key).toString()));
                zip.write(Files.readAllBytes(key));
            }
        }
    }
}
