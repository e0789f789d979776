package io.seikyu.contract.personal;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * One secret key per person whose data is stored. It is kept apart from the log: deleting the key erases what it
 * encrypted, everywhere and for good, while the log stays whole. A key that {@link #findOrCreate} returned is durable.
 */
public interface SubjectKeys {
    /** @return empty when there never was one, or when it was erased */
    Optional<SecretKey> find(String subject);

    /** @throws ErasedSubjectException when the subject was erased: nothing more may be written of that person */
    SecretKey findOrCreate(String subject);

    /** Deletes the key for good; nothing happens when there is none. */
    void erase(String subject);
}
