package io.seikyu.contract.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals a value of personal data with its subject's key: AES-256-GCM, a fresh nonce of 96 bits, a tag of 128 bits,
 * bound to the subject and the field so that it cannot be moved elsewhere.
 */
public final class PersonalCipher {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SubjectKeys keys;
    private final SecureRandom random = new SecureRandom();

    public PersonalCipher(SubjectKeys keys) {
        this.keys = keys;
    }

    /** @return base64 of nonce and ciphertext */
    public String seal(String subject, String field, byte[] value) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.findOrCreate(subject), nonce, subject, field, value, 0);
        byte[] out = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, out, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(out);
    }

    /**
     * @return empty when the subject was erased
     * @throws IllegalStateException when the value was tampered with or belongs to another subject or field
     */
    public Optional<byte[]> open(String subject, String field, String sealed) {
        Optional<SecretKey> key = keys.find(subject);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        byte[] in = decode(subject, field, sealed);
        return Optional.of(run(Cipher.DECRYPT_MODE, key.get(), Arrays.copyOf(in, NONCE), subject, field, in, NONCE));
    }

    private static byte[] decode(String subject, String field, String sealed) {
        try {
            byte[] in = Base64.getDecoder().decode(sealed);
            if (in.length < NONCE + TAG_BITS / 8) {
                throw doesNotOpen(subject, field, null);
            }
            return in;
        } catch (IllegalArgumentException e) {
            throw doesNotOpen(subject, field, e);
        }
    }

    private static byte[] run(
            int mode, SecretKey key, byte[] nonce, String subject, String field, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((subject + '\n' + field).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(subject, field, e);
        }
    }

    private static IllegalStateException doesNotOpen(String subject, String field, Exception cause) {
        return new IllegalStateException(
                "personal data of " + subject + " in field " + field + " does not open", cause);
    }
}
