package io.seikyu.eventlog.subjectkeys;

import io.seikyu.contract.personal.ErasedSubjectException;
import io.seikyu.contract.personal.SubjectKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Subject keys as files, one a subject, for one process at a time. A key is on disk before it is handed out. Erasing
 * overwrites the key's bytes before the file is deleted, and leaves a mark that refuses a new one; what a copy-on-write
 * file system or a backup still holds is beyond its reach.
 */
public final class FileSubjectKeys implements SubjectKeys {
    private final KeyFiles files;
    private final NewKeys newKeys = new NewKeys();
    private final RecentKeys recent = new RecentKeys(Duration.ofDays(1));

    /** @param directory is created when missing; only its owner can read what is in it */
    public FileSubjectKeys(Path directory) {
        try {
            this.files = new KeyFiles(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of subject keys cannot be used", e);
        }
    }

    @Override
    public Optional<SecretKey> find(String subject) {
        Optional<SecretKey> known = recent.find(subject);
        return known.isPresent() ? known : load(subject);
    }

    private synchronized Optional<SecretKey> load(String subject) {
        try {
            Optional<SecretKey> key = files.read(subject).map(NewKeys::of);
            key.ifPresent(found -> recent.put(subject, found));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + subject + " cannot be read", e);
        }
    }

    @Override
    public SecretKey findOrCreate(String subject) {
        return find(subject).orElseGet(() -> create(subject));
    }

    private synchronized SecretKey create(String subject) {
        Optional<SecretKey> meanwhile = load(subject);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        try {
            if (files.isErased(subject)) {
                throw new ErasedSubjectException(subject);
            }
            byte[] bytes = newKeys.bytes();
            files.write(subject, bytes);
            SecretKey key = NewKeys.of(bytes);
            recent.put(subject, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + subject + " cannot be stored", e);
        }
    }

    @Override
    public synchronized void erase(String subject) {
        try {
            files.erase(subject);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + subject + " could not be erased", e);
        } finally {
            recent.remove(subject);
        }
    }
}
