package io.seikyu.eventlog.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.account.CorrespondenceChannel;
import io.seikyu.contract.account.CorrespondenceDirection;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log says is erased is erased, whenever a process died. */
class ErasuresTest {
    private static final String ONE = "acme/account/a1";
    private static final String OTHER = "acme/account/a2";

    @TempDir
    private Path directory;

    private EventLog log;
    private FileSubjectKeys keys;

    @BeforeEach
    void open() {
        log = RocksEventLog.open(directory.resolve("log"), Clock.systemUTC());
        keys = new FileSubjectKeys(directory.resolve("keys"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whoDiedBetweenTheEventAndTheKeyIsCompletedAtTheNextStart() {
        spoken("a1");
        spoken("a2");
        erased("a1");
        assertThat(keys.find(ONE)).isPresent();

        Erasures.complete(log, keys);

        assertThat(keys.find(ONE)).isEmpty();
        assertThat(keys.find(OTHER)).isPresent();
    }

    @Test
    void aKeyThatIsRestoredDoesNotComeBack() {
        spoken("a1");
        erased("a1");
        Erasures.complete(log, keys);
        FileSubjectKeys restored = new FileSubjectKeys(directory.resolve("restored"));
        restored.findOrCreate(ONE);

        Erasures.complete(log, restored);

        assertThat(restored.find(ONE)).isEmpty();
    }

    @Test
    void theyAreFoundByTheirNumbers() {
        spoken("a1");
        Erasures erasures = new Erasures(log);
        assertThat(erasures.all()).isEmpty();
        erased("a1");
        erased("a2");
        assertThat(erasures.all()).extracting(Erasure::stream).containsExactly(ONE, OTHER);
        assertThat(erasures.all()).extracting(Erasure::number).containsExactly(1L, 2L);
        assertThat(erasures.nextClaim()).isEqualTo("erasure/3");
    }

    @Test
    void theStreamsThatHoldAnythingOfItAreFound() {
        spoken("a1");
        spoken("a2");
        erased("a1");
        assertThat(SealedStreams.of(log, List.of(ONE))).containsExactly(ONE);
    }

    private void spoken(String account) {
        append(
                account,
                new CorrespondenceRecorded(
                        "acme",
                        account,
                        "c",
                        CorrespondenceChannel.PHONE,
                        CorrespondenceDirection.IN,
                        Instant.EPOCH,
                        "what was said",
                        null),
                Set.of());
    }

    private void erased(String account) {
        append(
                account,
                new PersonalDataErased("acme", account, "as asked", List.of("acme/account/" + account)),
                Set.of(new Erasures(log).nextClaim()));
    }

    private void append(String account, Event event, Set<String> claims) {
        StoredPayload payload = new EventCodec(keys).encode(event);
        String stream = "acme/account/" + account;
        NewEvent stored = new NewEvent(
                UUID.randomUUID().toString(),
                stream,
                log.lastSequence(stream).orElse(-1) + 1,
                payload.name(),
                payload.revision(),
                Instant.EPOCH,
                payload.bytes(),
                null);
        log.append(new NewCommit(UUID.randomUUID(), "acme", List.of(stored), claims));
    }
}
