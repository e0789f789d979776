package io.seikyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.Role;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministratorKeyTest {
    private static final String NAMED = "sk_0123456789012345678901234567890123456789";

    @TempDir
    private Path directory;

    private EventLog log;
    private EventCodec codec;
    private final List<String> announced = new ArrayList<>();

    @BeforeEach
    void open() {
        log = RocksEventLog.open(directory.resolve("log"), Clock.systemUTC());
        codec = new EventCodec(new FileSubjectKeys(directory.resolve("keys")));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void issuesTheNamedKeyOnceHoweverOftenItStarts() {
        start(NAMED);
        start(NAMED);
        assertThat(log.head()).isZero();
        assertThat(ring().find(NAMED).orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(announced).isEmpty();
    }

    @Test
    void makesAKeyWhereNobodyCanAdministerAndAnnouncesItOnce() {
        start("");
        start(null);
        assertThat(announced).hasSize(1);
        assertThat(ring().find(announced.get(0))).isPresent();
    }

    @Test
    void addsAnotherKeyThatIsNamedLater() {
        start("");
        start(NAMED);
        assertThat(ring().find(NAMED)).isPresent();
        assertThat(ring().find(announced.get(0))).isPresent();
    }

    @Test
    void doesNotBringBackANamedKeyThatWasRevoked() {
        start(NAMED);
        KeyRing ring = ring();
        String id = ring.find(NAMED).orElseThrow().keyId();
        revoke(id);
        assertThat(ring.find(NAMED)).isEmpty();
        start(NAMED);
        assertThat(ring().find(NAMED)).isEmpty();
    }

    @Test
    void keepsNoKeyInTheLog() {
        start(NAMED);
        String stored = new String(log.read(0, 10).get(0).body(), StandardCharsets.UTF_8);
        assertThat(stored).contains(ApiKey.hash(NAMED)).doesNotContain(NAMED);
    }

    private void start(String configured) {
        new AdministratorKey(log, codec, ring(), Clock.systemUTC()).ensure(configured, announced::add);
    }

    private KeyRing ring() {
        return new KeyRing(new LogKeyEvents(log, codec), Clock.systemUTC());
    }

    private void revoke(String keyId) {
        StoredPayload payload = codec.encode(new ApiKeyRevoked(keyId, "lost"));
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                AccessEvent.STREAM,
                log.lastSequence(AccessEvent.STREAM).orElse(-1) + 1,
                payload.name(),
                payload.revision(),
                Clock.systemUTC().instant(),
                payload.bytes(),
                "{}".getBytes(StandardCharsets.UTF_8));
        log.append(new NewCommit(UUID.randomUUID(), "agency", List.of(event), Set.of()));
    }
}
