package io.seikyu.eventlog.mongo;

import com.mongodb.client.model.Projections;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * A commit as one document:
 *
 * <pre>{@code
 * {_id: number of the commit, first: 17, last: 19, recordedAt: "2026-11-22T00:00:00Z", hash: …, size: …,
 *  body: the canonical bytes, keys: ["s:stream/sequence", …, "e:event id", …, "c:claim", …, "i:commit id"]}
 * }</pre>
 *
 * <p>The id counts commits and not events because a server that finds by equality only can then be asked for "the next
 * one". All but {@code body} and {@code hash} is there to be found by; {@link #fault} compares it with the body. The
 * array is never empty, as two empty arrays would clash in its unique index.
 */
final class CommitDocument {
    static final String NUMBER = "_id";
    static final String KEYS = "keys";
    static final Bson WITHOUT_EVENTS = Projections.exclude("body", KEYS);
    static final Bson WITHOUT_BODY = Projections.exclude("body");

    private CommitDocument() {}

    static Document of(long number, StoredCommit commit, List<String> keys) {
        return new Document(NUMBER, number)
                .append("first", commit.firstPosition())
                .append("last", commit.lastPosition())
                .append("recordedAt", commit.recordedAt().toString())
                .append("hash", new Binary(commit.hash()))
                .append("size", size(commit, keys))
                .append("body", new Binary(commit.body()))
                .append(KEYS, keys);
    }

    static int size(StoredCommit commit, List<String> keys) {
        return commit.body().length + keysSize(keys);
    }

    /** Bytes that the array takes, with the index that BSON writes before each. */
    static int keysSize(List<String> keys) {
        int size = 0;
        for (String key : keys) {
            size += key.getBytes(StandardCharsets.UTF_8).length + 14;
        }
        return size;
    }

    static Place place(Document document) {
        try {
            return new Place(
                    number(document),
                    document.get("first", Number.class).longValue(),
                    document.get("last", Number.class).longValue(),
                    Instant.parse(document.getString("recordedAt")),
                    hash(document),
                    document.get("size", Number.class).intValue());
        } catch (RuntimeException e) {
            throw new LogDamagedException("commit number " + document.get(NUMBER) + " cannot be read", e);
        }
    }

    static StoredCommit commit(Document document) {
        Binary body = document.get("body") instanceof Binary binary ? binary : null;
        if (body == null) {
            throw new LogDamagedException("commit number " + document.get(NUMBER) + " has no body", null);
        }
        return CommitCodec.decode(body.getData(), hash(document));
    }

    static List<String> keys(Document document) {
        return document.getList(KEYS, String.class, List.of());
    }

    static long number(Document document) {
        return document.get(NUMBER, Number.class).longValue();
    }

    /** What of the document does not say what its body says. */
    static Optional<String> fault(Document document) {
        StoredCommit commit = commit(document);
        List<String> keys = Keys.of(commit.commit());
        Document expected = of(number(document), commit, keys);
        for (String field : expected.keySet()) {
            if (!expected.get(field).equals(document.get(field))) {
                return Optional.of("field " + field + " of commit number " + number(document) + " (position "
                        + commit.firstPosition() + ") does not fit its body");
            }
        }
        return Optional.empty();
    }

    private static byte[] hash(Document document) {
        if (document.get("hash") instanceof Binary hash) {
            return hash.getData();
        }
        throw new LogDamagedException("commit number " + document.get(NUMBER) + " has no hash", null);
    }
}
