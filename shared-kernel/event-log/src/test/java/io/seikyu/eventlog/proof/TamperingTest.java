package io.seikyu.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.MovableClock;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.rocksdb.RawLog;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/** Somebody who can write into the database, and what the verifier says. Commit n has the positions 2n and 2n+1. */
class TamperingTest {
    private static final String INVOICE = "acme/invoice/1";
    private static final int COMMITS = 10;

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private Checkpoints checkpoints;

    /** What is done to the closed log. */
    private interface Deed {
        void to(RawLog raw) throws RocksDBException, IOException;
    }

    @BeforeEach
    void fillALogAndVouchForItsFirstEightCommits() {
        checkpoints = Checkpoints.in(directory.resolve("proof"));
        try (EventLog log = open()) {
            for (int i = 0; i < COMMITS; i++) {
                log.append(Commits.of("acme")
                        .event(INVOICE, 2L * i)
                        .event(INVOICE, 2L * i + 1)
                        .claim("number/" + i)
                        .build());
                if (i == 7) {
                    checkpoints.vouchFor(log, clock.instant());
                }
            }
        }
    }

    private EventLog open() {
        return RocksEventLog.open(directory.resolve("log"), clock);
    }

    private Verification verify() {
        return LogVerifier.verify(this::open, checkpoints, (checked, of) -> {});
    }

    private Verification after(Deed deed) throws Exception {
        try (RawLog raw = new RawLog(directory.resolve("log"))) {
            deed.to(raw);
        }
        return verify();
    }

    @Test
    void aLogAsItWasWrittenIsWhole() {
        Verification found = verify();

        assertThat(found.valid()).isTrue();
        assertThat(found.through()).isEqualTo(19);
        assertThat(found.vouchedThrough()).isEqualTo(15);
        assertThat(found.summary())
                .contains("Whole through position 19", "vouches for it through position 15", "cannot be told");
    }

    @Test
    void progressIsTold() {
        List<Long> told = new ArrayList<>();

        LogVerifier.verify(this::open, checkpoints, (checked, of) -> {
            told.add(checked);
            assertThat(of).isEqualTo(20);
        });

        assertThat(told).endsWith(20L);
    }

    @Test
    void aCheckThatBrokeOffGoesOnWhereItWas() {
        List<Standing> told = new ArrayList<>();
        try (EventLog log = open()) {
            Verification whole = LogVerifier.verify(log, checkpoints, null, (standing, of) -> told.add(standing));
            Standing last = told.get(told.size() - 1);
            Standing eleventh =
                    new Standing(11, HexFormat.of().formatHex(log.hashAt(11).orElseThrow()), last.recordedAt(), 11);
            told.clear();

            Verification rest = LogVerifier.verify(log, checkpoints, eleventh, (standing, of) -> told.add(standing));
            assertThat(rest).isEqualTo(whole);
            assertThat(told)
                    .allSatisfy(standing -> assertThat(standing.through()).isGreaterThan(11));

            Standing ofAnotherLog = new Standing(19, eleventh.hash(), last.recordedAt(), 11);
            assertThat(LogVerifier.verify(log, checkpoints, ofAnotherLog, (standing, of) -> {}))
                    .as("from the first commit")
                    .isEqualTo(whole);
        }
    }

    @Test
    void whatIsWrongBehindWhereItBrokeOffIsFound() throws Exception {
        Standing third;
        try (EventLog log = open()) {
            third = new Standing(5, HexFormat.of().formatHex(log.hashAt(5).orElseThrow()), clock.instant(), -1);
        }
        try (RawLog raw = new RawLog(directory.resolve("log"))) {
            byte[] value = raw.value(8);
            value[value.length - 30] ^= 1;
            raw.putValue(8, value);
        }
        try (EventLog log = open()) {
            assertThat(LogVerifier.verify(log, checkpoints, third, (standing, of) -> {})
                            .valid())
                    .isFalse();
        }
    }

    @Test
    void aRemovedCommitIsFound() throws Exception {
        Verification found = after(raw -> raw.deleteCommit(6));

        assertThat(found.firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.position()).isEqualTo(6);
            assertThat(fault.text()).contains("position 6 is missing");
        });
        assertThat(found.through()).isEqualTo(5);
        assertThat(found.vouchedThrough()).isEqualTo(-1);
    }

    @Test
    void aRemovedFirstCommitIsFound() throws Exception {
        assertFault(after(raw -> raw.deleteCommit(0)), 0, "position 0 is missing");
    }

    @Test
    void swappedCommitsAreFound() throws Exception {
        assertFault(
                after(raw -> {
                    byte[] third = raw.value(6);
                    raw.putValue(6, raw.value(8));
                    raw.putValue(8, third);
                }),
                6,
                "begins at 8");
    }

    @Test
    void aChangedPayloadIsFound() throws Exception {
        assertFault(
                after(raw -> {
                    byte[] value = raw.value(6);
                    value[value.length - 30] ^= 1;
                    raw.putValue(6, value);
                }),
                6,
                "hash");
    }

    @Test
    void aChangedCommitWithItsOwnHashMadeAnewIsFoundAtTheNextOne() throws Exception {
        assertFault(after(raw -> raw.putBare(forged(raw.commit(6), raw.commit(4).hash()))), 8, "hash");
    }

    @Test
    void aChainThatWasHashedAnewFromTheChangeOnContradictsTheCheckpoint() throws Exception {
        assertFault(after(raw -> rehash(raw, 3)), 14, "vouches for another commit");
    }

    @Test
    void aChainHashedAnewBehindTheLastCheckpointIsNotVouchedFor() throws Exception {
        Verification found = after(raw -> rehash(raw, 8));

        assertThat(found.valid()).isTrue();
        assertThat(found.vouchedThrough()).isEqualTo(15);
    }

    @Test
    void aChainHashedAnewIsFoundWithoutCheckpointsOnlyByThoseWhoKeptAHash() throws Exception {
        checkpoints = Checkpoints.in(directory.resolve("none"));

        Verification found = after(raw -> rehash(raw, 3));

        assertThat(found.valid()).isTrue();
        assertThat(found.vouchedThrough()).isEqualTo(-1);
        assertThat(found.summary()).contains("no checkpoint vouches for it");
    }

    @Test
    void aCommitInsertedAtTheEndWithoutItsKeysIsFound() throws Exception {
        assertFault(
                after(raw -> raw.putBare(follower(raw.commit(18), Commits.run(INVOICE, 20, 2)))),
                -1,
                "index does not lead");
    }

    @Test
    void aCommitInsertedAtTheEndThatBreaksItsStreamIsFound() throws Exception {
        assertFault(
                after(raw -> raw.put(follower(raw.commit(18), Commits.run(INVOICE, 25, 2)))), 20, "does not follow");
    }

    @Test
    void aCommitInsertedInTheMiddleIsFound() throws Exception {
        assertFault(
                after(raw -> raw.put(follower(raw.commit(6), Commits.single("acme/invoice/2", 0)))),
                9,
                "position 9 is missing");
    }

    @Test
    void aTailThatACheckpointVouchesForIsReportedAsLost() throws Exception {
        Verification found = after(raw -> {
            for (long position = 12; position < 20; position += 2) {
                removeWithKeys(raw, position);
            }
        });

        assertFault(found, 12, "the tail is lost: the log ends at 11");
        assertThat(found.firstFault().orElseThrow().text()).contains("vouches for 15");
        assertThat(found.through()).isEqualTo(11);
    }

    @Test
    void aTailBehindTheLastCheckpointCanBeLostUnseenAndTheReportSaysSo() throws Exception {
        Verification found = after(raw -> {
            removeWithKeys(raw, 16);
            removeWithKeys(raw, 18);
        });

        assertThat(found.valid()).isTrue();
        assertThat(found.through()).isEqualTo(15);
        assertThat(found.vouchedThrough()).isEqualTo(15);
        assertThat(found.summary()).contains("Whole through position 15", "vouches for all of it");
    }

    @Test
    void aTailRemovedWithoutItsKeysIsFoundEvenBehindTheLastCheckpoint() throws Exception {
        assertFault(after(raw -> raw.deleteCommit(18)), -1, "its end was removed");
    }

    @Test
    void aRemovedKeyIsFound() throws Exception {
        assertFault(after(raw -> raw.deleteKey(Keys.claim("number/4"))), -1, "number/4");
    }

    @Test
    void aRemovedStreamEntryIsFound() throws Exception {
        assertFault(after(raw -> raw.deleteKey(Keys.sequence(INVOICE, 5))), -1, "event 5 of " + INVOICE);
    }

    @Test
    void aKeyThatLeadsElsewhereIsFound() throws Exception {
        assertFault(after(raw -> raw.putKey(Keys.claim("number/4"), 2)), -1, "number/4");
    }

    @Test
    void aKeyThatNoCommitClaimedIsFound() throws Exception {
        assertFault(after(raw -> raw.putKey(Keys.claim("number/stolen"), 2)), -1, "entries");
    }

    @Test
    void aStreamEntryThatNoCommitMadeIsFound() throws Exception {
        assertFault(after(raw -> raw.putKey(Keys.sequence("acme/invoice/ghost", 0), 2)), -1, "entries");
    }

    @Test
    void bytesThatAreNoCommitAreFound() throws Exception {
        assertFault(after(raw -> raw.putValue(6, new byte[] {1, 2, 3})), 0, "cut off");
    }

    @Test
    void anotherLogIsNotTakenForThisOne() {
        try (EventLog other = RocksEventLog.open(directory.resolve("other"), clock)) {
            Verification found = LogVerifier.verify(other, checkpoints, (checked, of) -> {});

            assertFault(found, -1, "the checkpoints vouch for log");
        }
    }

    private static void assertFault(Verification found, long position, String text) {
        assertThat(found.valid()).isFalse();
        assertThat(found.firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.text()).contains(text);
            assertThat(fault.position()).isEqualTo(position);
        });
        assertThat(found.summary()).contains("Fault", text);
    }

    /** Changes commit {@code from} and makes every hash from there on anew, as somebody would who knows how. */
    private static void rehash(RawLog raw, int from) throws RocksDBException {
        byte[] hash = raw.commit(2L * (from - 1)).hash();
        for (long position = 2L * from; position < 2L * COMMITS; position += 2) {
            StoredCommit commit = raw.commit(position);
            StoredCommit anew = position == 2L * from ? forged(commit, hash) : chained(commit.commit(), commit, hash);
            raw.putBare(anew);
            hash = anew.hash();
        }
    }

    private static StoredCommit forged(StoredCommit original, byte[] previousHash) {
        NewCommit commit = original.commit();
        List<NewEvent> events = new ArrayList<>(commit.events());
        NewEvent first = events.get(0);
        events.set(0, Commits.anEvent(first.id(), first.stream(), first.sequence(), "{\"total\":\"0\"}"));
        return chained(new NewCommit(commit.id(), commit.tenant(), events, commit.claims()), original, previousHash);
    }

    private static StoredCommit follower(StoredCommit last, NewCommit commit) {
        byte[] body = CommitCodec.encode(last.lastPosition() + 1, last.recordedAt(), commit);
        return CommitCodec.decode(body, CommitCodec.hash(last.hash(), body));
    }

    private static StoredCommit chained(NewCommit commit, StoredCommit place, byte[] previousHash) {
        byte[] body = CommitCodec.encode(place.firstPosition(), place.recordedAt(), commit);
        return CommitCodec.decode(body, CommitCodec.hash(previousHash, body));
    }

    private static void removeWithKeys(RawLog raw, long position) throws RocksDBException {
        for (String key : Keys.of(raw.commit(position).commit())) {
            raw.deleteKey(key);
        }
        raw.deleteCommit(position);
    }
}
