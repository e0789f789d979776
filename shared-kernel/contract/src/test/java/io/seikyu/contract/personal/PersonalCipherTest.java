package io.seikyu.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalCipherTest {
    private static final String SATO = "acme/account/sato";
    private static final byte[] NAME = "佐藤 花子".getBytes(StandardCharsets.UTF_8);

    private final KeysInMemory keys = new KeysInMemory();
    private final PersonalCipher cipher = new PersonalCipher(keys);

    @Test
    void opensWhatItSealed() {
        String sealed = cipher.seal(SATO, "details.name", NAME);
        assertThat(cipher.open(SATO, "details.name", sealed))
                .hasValueSatisfying(value -> assertThat(value).isEqualTo(NAME));
    }

    @Test
    void anEmptyValueIsAValue() {
        assertThat(cipher.open(SATO, "details.name", cipher.seal(SATO, "details.name", new byte[0])))
                .hasValueSatisfying(value -> assertThat(value).isEmpty());
    }

    @Test
    void showsNeitherTheValueNorWhetherTwoAreEqual() {
        String first = cipher.seal(SATO, "details.name", NAME);
        assertThat(first).isNotEqualTo(cipher.seal(SATO, "details.name", NAME));
        assertThat(new String(Base64.getDecoder().decode(first), StandardCharsets.UTF_8))
                .doesNotContain("佐藤");
    }

    @Test
    void aValueDoesNotOpenAsAnotherField() {
        String sealed = cipher.seal(SATO, "details.name", NAME);
        assertThatIllegalStateException().isThrownBy(() -> cipher.open(SATO, "details.email", sealed));
    }

    @Test
    void aValueDoesNotOpenAsAnotherPersonsEvenWithTheSameKey() {
        String sealed = cipher.seal(SATO, "details.name", NAME);
        keys.keys.put("acme/account/suzuki", keys.keys.get(SATO));
        assertThatIllegalStateException().isThrownBy(() -> cipher.open("acme/account/suzuki", "details.name", sealed));
    }

    @Test
    void aFlippedBitIsNoticedWhereverItIs() {
        byte[] sealed = Base64.getDecoder().decode(cipher.seal(SATO, "details.name", NAME));
        for (int i = 0; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            String tampered = Base64.getEncoder().encodeToString(flipped);
            assertThatIllegalStateException().isThrownBy(() -> cipher.open(SATO, "details.name", tampered));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatWasNeverSealedDoesNotOpen(String text) {
        keys.findOrCreate(SATO);
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher.open(SATO, "details.name", text))
                .withMessageContaining("does not open");
    }

    @Test
    void nothingOfAnErasedPersonOpensAndNothingMoreIsSealed() {
        String sealed = cipher.seal(SATO, "details.name", NAME);
        keys.erase(SATO);
        assertThat(cipher.open(SATO, "details.name", sealed)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> cipher.seal(SATO, "details.name", NAME));
    }

    private static final class KeysInMemory implements SubjectKeys {
        final Map<String, SecretKey> keys = new HashMap<>();
        final Set<String> erased = new HashSet<>();

        @Override
        public Optional<SecretKey> find(String subject) {
            return Optional.ofNullable(keys.get(subject));
        }

        @Override
        public SecretKey findOrCreate(String subject) {
            if (erased.contains(subject)) {
                throw new IllegalStateException(subject + " was erased");
            }
            return keys.computeIfAbsent(subject, name -> new SecretKeySpec(new byte[32], "AES"));
        }

        @Override
        public void erase(String subject) {
            keys.remove(subject);
            erased.add(subject);
        }
    }
}
