package io.seikyu.eventlog.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Appends commits as another log wrote them. */
final class Restorer {
    private static final int BYTES_PER_WRITE = 8 * 1024 * 1024;
    private static final int COMMITS_PER_WRITE = 1_000;

    private final CommitStore store;
    private final Head head;

    Restorer(CommitStore store, Head head) {
        this.store = store;
        this.head = head;
    }

    void restore(List<StoredCommit> commits) {
        head.refresh();
        check(commits);
        List<Document> documents = new ArrayList<>();
        Place end = head.place();
        long bytes = 0;
        for (StoredCommit commit : commits) {
            List<String> keys = Keys.of(commit.commit());
            end = Place.of(end.number() + 1, commit, CommitDocument.size(commit, keys));
            documents.add(CommitDocument.of(end.number(), commit, keys));
            bytes += end.size();
            if (bytes > BYTES_PER_WRITE || documents.size() == COMMITS_PER_WRITE) {
                write(documents, end);
                documents.clear();
                bytes = 0;
            }
        }
        if (!documents.isEmpty()) {
            write(documents, end);
        }
    }

    private void check(List<StoredCommit> commits) {
        Place end = head.place();
        Set<String> keys = new HashSet<>();
        for (StoredCommit commit : commits) {
            if (!continues(end, commit)) {
                throw new LogDamagedException(
                        "the commit at position " + commit.firstPosition()
                                + " does not continue the log, which ends at " + end.last(),
                        null);
            }
            for (String key : Keys.of(commit.commit())) {
                if (!keys.add(key)) {
                    throw new LogDamagedException("the key '" + key.substring(2) + "' stands in two commits", null);
                }
            }
            end = Place.of(end.number() + 1, commit, 0);
        }
        store.keysBeside(keys).stream().filter(keys::contains).findFirst().ifPresent(key -> {
            throw new LogDamagedException("the key '" + key.substring(2) + "' is taken", Keys.taken(key));
        });
    }

    private static boolean continues(Place end, StoredCommit commit) {
        return commit.firstPosition() == end.last() + 1
                && !commit.recordedAt().isBefore(end.recordedAt())
                && Arrays.equals(commit.hash(), CommitCodec.hash(end.hash(), commit.body()))
                && Arrays.equals(
                        commit.body(),
                        CommitCodec.encode(commit.firstPosition(), commit.recordedAt(), commit.commit()));
    }

    private void write(List<Document> documents, Place end) {
        try {
            store.insert(documents);
            head.advance(end);
        } catch (MongoBulkWriteException e) {
            throw new LogUnavailableException("another process wrote while commits were restored", e, true);
        } catch (MongoException e) {
            throw new LogUnavailableException("MongoDB did not take restored commits: " + e.getMessage(), e, true);
        }
    }
}
