package io.seikyu.eventlog.subjectkeys;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 keys, fresh or from their bytes. */
final class NewKeys {
    static final int LENGTH = 32;

    private final SecureRandom random = new SecureRandom();

    byte[] bytes() {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return key;
    }

    static SecretKey of(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }
}
