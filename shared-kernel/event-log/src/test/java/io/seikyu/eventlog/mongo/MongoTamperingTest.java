package io.seikyu.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who can write into the database, and what the verifier says. Commit n has the positions 2n and 2n+1. */
class MongoTamperingTest {
    private static final String INVOICE = "acme/invoice/1";

    @TempDir
    private Path directory;

    private final TestMongo mongo = TestMongo.fresh();
    private final MongoCollection<Document> commits = mongo.database().getCollection(CommitStore.NAME);
    private Checkpoints checkpoints;

    @BeforeEach
    void fillALogAndVouchForItsFirstEightCommits() {
        checkpoints = Checkpoints.in(directory.resolve("proof"));
        try (EventLog log = open()) {
            for (int i = 0; i < 10; i++) {
                log.append(Commits.of("acme")
                        .event(INVOICE, 2L * i)
                        .event(INVOICE, 2L * i + 1)
                        .claim("number/" + i)
                        .build());
                if (i == 7) {
                    checkpoints.vouchFor(log, Instant.EPOCH);
                }
            }
        }
    }

    @AfterEach
    void dropTheDatabase() {
        mongo.close();
    }

    private EventLog open() {
        return MongoEventLog.open(mongo.database(), Clock.systemUTC());
    }

    private Verification verify() {
        return LogVerifier.verify(this::open, checkpoints, (checked, of) -> {});
    }

    @Test
    void aLogAsItWasWrittenIsWhole() {
        Verification found = verify();

        assertThat(found.valid()).isTrue();
        assertThat(found.through()).isEqualTo(19);
        assertThat(found.vouchedThrough()).isEqualTo(15);
    }

    @Test
    void aRemovedCommitIsFound() {
        commits.deleteOne(Filters.eq("_id", 3L));

        assertFault(6, "commit number 3 is missing");
    }

    @Test
    void theRemovedFirstCommitIsFound() {
        commits.deleteOne(Filters.eq("_id", 0L));

        assertFault(0, "commit number 0 is missing");
    }

    @Test
    void swappedCommitsAreFound() {
        Document third = commits.find(Filters.eq("_id", 3L)).first();
        Document fourth = commits.find(Filters.eq("_id", 4L)).first();
        commits.deleteMany(Filters.in("_id", 3L, 4L));
        commits.insertOne(third.append("_id", 4L));
        commits.insertOne(fourth.append("_id", 3L));

        assertFault(0, "begins at 8, not at 6");
    }

    @Test
    void aChangedBodyIsFound() {
        byte[] body = stored(3).body();
        body[body.length - 30] ^= 1;
        set(3, "body", new Binary(body));

        assertFault(6, "hash");
    }

    @Test
    void bytesThatAreNoCommitAreFound() {
        set(3, "body", new Binary(new byte[] {1, 2, 3}));

        assertFault(0, "cannot be read");
    }

    @Test
    void aCommitHashedAnewIsFoundAtTheNextOne() {
        replace(follower(2, Commits.run(INVOICE, 6, 2)), 3);

        assertFault(8, "hash");
    }

    @Test
    void aChainHashedAnewFromTheChangeOnContradictsTheCheckpoint() {
        replace(follower(2, Commits.run(INVOICE, 6, 2)), 3);
        for (long number = 4; number < 10; number++) {
            replace(follower(number - 1, stored(number).commit()), number);
        }

        assertFault(14, "vouches for another commit");
    }

    @Test
    void aCommitInsertedInTheMiddleIsFound() {
        List<Document> behind =
                commits.find(Filters.in("_id", 4L, 5L, 6L, 7L, 8L, 9L)).into(new ArrayList<>());
        commits.deleteMany(Filters.in("_id", 4L, 5L, 6L, 7L, 8L, 9L));
        NewCommit forged = Commits.single("acme/invoice/2", 0);
        commits.insertOne(CommitDocument.of(4, follower(3, forged), Keys.of(forged)));
        behind.forEach(document -> document.append("_id", document.getLong("_id") + 1));
        commits.insertMany(behind);

        assertFault(0, "begins at 8, not at 9");
    }

    @Test
    void aTailThatACheckpointVouchesForIsReportedAsLost() {
        commits.deleteMany(Filters.in("_id", 6L, 7L, 8L, 9L));

        assertFault(12, "the tail is lost: the log ends at 11");
    }

    @Test
    void aTailBehindTheLastCheckpointCanBeLostUnseen() {
        commits.deleteMany(Filters.in("_id", 8L, 9L));

        Verification found = verify();

        assertThat(found.valid()).isTrue();
        assertThat(found.through()).isEqualTo(15);
    }

    @Test
    void aKeyThatWasTakenOutIsFound() {
        commits.updateOne(Filters.eq("_id", 3L), Updates.pull("keys", "c:number/3"));

        assertFault(-1, "field keys of commit number 3");
    }

    @Test
    void aKeyThatNoCommitClaimedIsFound() {
        commits.updateOne(Filters.eq("_id", 3L), Updates.push("keys", "c:number/stolen"));

        assertFault(-1, "field keys of commit number 3");
    }

    @Test
    void aChangedTimeOutsideTheBodyIsFound() {
        set(3, "recordedAt", "2020-01-01T00:00:00Z");

        assertFault(-1, "field recordedAt of commit number 3");
    }

    @Test
    void aLogWithoutItsNameIsNotGivenAnother() {
        mongo.database().getCollection(LogDocuments.META).drop();

        assertFault(-1, "has no id");
    }

    @Test
    void aLogWithAHoleGoesOnAtItsEndAndTheHoleIsStillFound() {
        commits.deleteOne(Filters.eq("_id", 3L));

        try (EventLog log = open()) {
            assertThat(log.head()).isEqualTo(19);
            assertThat(log.append(Commits.single(INVOICE, 20)).firstPosition()).isEqualTo(20);
        }
        assertFault(6, "commit number 3 is missing");
    }

    private void assertFault(long position, String text) {
        Verification found = verify();
        assertThat(found.firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.text()).contains(text);
            assertThat(fault.position()).isEqualTo(position);
        });
    }

    private StoredCommit stored(long number) {
        return CommitDocument.commit(commits.find(Filters.eq("_id", number)).first());
    }

    private void set(long number, String field, Object value) {
        commits.updateOne(Filters.eq("_id", number), Updates.set(field, value));
    }

    /** {@code commit} in the place behind number {@code before}, with the hash that it would have there. */
    private StoredCommit follower(long before, NewCommit commit) {
        StoredCommit previous = stored(before);
        long position = previous.lastPosition() + 1;
        byte[] body = CommitCodec.encode(position, previous.recordedAt(), commit);
        return new StoredCommit(position, previous.recordedAt(), commit, body, CommitCodec.hash(previous.hash(), body));
    }

    private void replace(StoredCommit commit, long number) {
        commits.replaceOne(Filters.eq("_id", number), CommitDocument.of(number, commit, Keys.of(commit.commit())));
    }
}
