package io.seikyu.eventlog.subjectkeys;

import io.seikyu.contract.personal.SubjectKeys;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Subject keys for tests that end with the test. */
public final class MemorySubjectKeys implements SubjectKeys {
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Optional<SecretKey>> keys = new ConcurrentHashMap<>();

    @Override
    public Optional<SecretKey> find(String subject) {
        return keys.getOrDefault(subject, Optional.empty());
    }

    @Override
    public SecretKey findOrCreate(String subject) {
        return keys.computeIfAbsent(subject, s -> {
                    byte[] key = new byte[32];
                    random.nextBytes(key);
                    return Optional.of(new SecretKeySpec(key, "AES"));
                })
                .orElseThrow(() -> new IllegalStateException("the personal data of " + subject + " was erased"));
    }

    @Override
    public void erase(String subject) {
        keys.put(subject, Optional.empty());
    }
}
