package io.seikyu.eventlog.subjectkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.seikyu.contract.personal.SubjectKeys;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSubjectKeysTest extends SubjectKeysContract {
    @TempDir
    Path directory;

    @Override
    SubjectKeys open() {
        return new FileSubjectKeys(directory.resolve("keys"));
    }

    @Test
    void erasingOverwritesTheKeysBytesBeforeTheFileGoes() throws IOException {
        SubjectKeys keys = open();
        byte[] key = keys.findOrCreate(SUBJECT).getEncoded();
        Path file = only(".key");
        Path sameBytes = Files.createLink(directory.resolve("link"), file);
        assertThat(Files.readAllBytes(sameBytes)).startsWith(key);

        keys.erase(SUBJECT);

        assertThat(file).doesNotExist();
        assertThat(Files.readAllBytes(sameBytes)).containsOnly(0);
    }

    @Test
    void anErasureThatWasInterruptedIsFinishedWhenTheStoreOpens() throws IOException {
        open().findOrCreate(SUBJECT);
        Path key = only(".key");
        byte[] before = Files.readAllBytes(key);
        open().erase(SUBJECT);
        Files.write(key, before);

        SubjectKeys reopened = open();

        assertThat(key).doesNotExist();
        assertThat(reopened.find(SUBJECT)).isEmpty();
    }

    @Test
    void aKeyThatWasOnlyHalfWrittenIsAsIfItHadNeverBeen() throws IOException {
        open().findOrCreate(SUBJECT);
        Path key = only(".key");
        Path half = key.resolveSibling(key.getFileName().toString().replace(".key", ".new"));
        Files.move(key, half);

        assertThat(open().find(SUBJECT)).isEmpty();
        assertThat(half).doesNotExist();
    }

    @Test
    void onlyTheOwnerCanReadKeys() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        open().findOrCreate(SUBJECT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only(".key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    private Path only(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(suffix)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
