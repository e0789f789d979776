package io.seikyu.eventlog.subjectkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.seikyu.contract.personal.PersonalCipher;
import io.seikyu.contract.personal.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** What every store of subject keys promises. */
abstract class SubjectKeysContract {
    static final String SUBJECT = "acme/account/a-1";

    /** The store as another process would open it. */
    abstract SubjectKeys open();

    @Test
    void aSubjectHasNoKeyUntilOneIsNeeded() {
        assertThat(open().find(SUBJECT)).isEmpty();
    }

    @Test
    void aKeyIsTheSameWheneverAndWhereverItIsAskedFor() {
        SubjectKeys keys = open();
        SecretKey key = keys.findOrCreate(SUBJECT);

        assertThat(keys.findOrCreate(SUBJECT)).isEqualTo(key);
        assertThat(keys.find(SUBJECT)).contains(key);
        assertThat(open().find(SUBJECT)).contains(key);
        assertThat(open().findOrCreate(SUBJECT)).isEqualTo(key);
    }

    @Test
    void eachSubjectHasAKeyOfItsOwn() {
        SubjectKeys keys = open();
        Set<SecretKey> all = new HashSet<>();
        for (String subject : List.of("a/account/b", "a/accountb", "A/account/b", "a/account/b/", "../escape", "請求")) {
            assertThat(all.add(keys.findOrCreate(subject))).as(subject).isTrue();
        }
    }

    @Test
    void whoAsksAtTheSameTimeGetsTheSameKey() throws Exception {
        SubjectKeys keys = open();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String subject = SUBJECT + round;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<SecretKey>> asked = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    asked.add(threads.submit(() -> {
                        start.await();
                        return keys.findOrCreate(subject);
                    }));
                }
                start.countDown();
                Set<SecretKey> got = new HashSet<>();
                for (Future<SecretKey> one : asked) {
                    got.add(one.get());
                }
                assertThat(got).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anErasedSubjectHasNoKeyAndGetsNoNewOne() {
        SubjectKeys keys = open();
        keys.findOrCreate(SUBJECT);

        keys.erase(SUBJECT);
        keys.erase(SUBJECT);

        for (SubjectKeys seen : List.of(keys, open())) {
            assertThat(seen.find(SUBJECT)).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> seen.findOrCreate(SUBJECT))
                    .withMessage("the personal data of acme/account/a-1 was erased");
        }
        assertThat(open().findOrCreate(SUBJECT + "2")).isNotNull();
    }

    @Test
    void aSubjectCanBeErasedBeforeAnythingWasStored() {
        SubjectKeys keys = open();
        keys.erase(SUBJECT);

        assertThatIllegalStateException().isThrownBy(() -> keys.findOrCreate(SUBJECT));
        assertThatIllegalStateException().isThrownBy(() -> open().findOrCreate(SUBJECT));
    }

    @Test
    void whatWasSealedOpensAfterARestartAndNeverAfterErasing() {
        byte[] plain = "山田太郎".getBytes(StandardCharsets.UTF_8);
        String sealed = new PersonalCipher(open()).seal(SUBJECT, "name", plain);

        assertThat(new PersonalCipher(open()).open(SUBJECT, "name", sealed)).contains(plain);
        open().erase(SUBJECT);
        assertThat(new PersonalCipher(open()).open(SUBJECT, "name", sealed)).isEmpty();
    }
}
