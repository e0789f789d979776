package io.seikyu.benchmarks.history;

import io.seikyu.contract.personal.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that are made of what they are for: for histories in which nobody is a person, and which end with their run. */
public record MadeKeys(String seed) implements SubjectKeys {
    public static SubjectKeys of(Path directory) {
        return new MadeKeys(directory.toString());
    }

    @Override
    public Optional<SecretKey> find(String subject) {
        return Optional.of(findOrCreate(subject));
    }

    @Override
    public SecretKey findOrCreate(String subject) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256")
                    .digest((seed + '/' + subject).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(key, "AES");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void erase(String subject) {
        throw new UnsupportedOperationException("nobody is erased here");
    }
}
