package io.seikyu.eventlog.subjectkeys;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.seikyu.contract.personal.ErasedSubjectException;
import io.seikyu.contract.personal.SubjectKeys;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Subject keys in a collection that many processes share. A key is acknowledged by a majority before it is handed out.
 * Another process may go on reading with an erased key for {@link #HEARD_OF_WITHIN}; what the server's own journal and
 * backups still hold is beyond its reach.
 */
public final class MongoSubjectKeys implements SubjectKeys {
    public static final String COLLECTION = "subject_keys";

    /** How long a process may work with a key before it asks again whether it still exists. */
    public static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(10);

    private static final String KEY = "key";
    private static final String ERASED = "erased";

    private final MongoCollection<Document> collection;
    private final NewKeys newKeys = new NewKeys();
    private final RecentKeys recent = new RecentKeys(HEARD_OF_WITHIN);

    public MongoSubjectKeys(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Optional<SecretKey> find(String subject) {
        Optional<SecretKey> known = recent.find(subject);
        return known.isPresent()
                ? known
                : key(subject, collection.find(Filters.eq(subject)).first());
    }

    @Override
    public SecretKey findOrCreate(String subject) {
        return find(subject)
                .or(() -> key(
                        subject,
                        collection.findOneAndUpdate(
                                Filters.eq(subject),
                                Updates.setOnInsert(KEY, new Binary(newKeys.bytes())),
                                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))))
                .orElseThrow(() -> new ErasedSubjectException(subject));
    }

    private Optional<SecretKey> key(String subject, Document found) {
        if (found == null || found.get(KEY) == null) {
            return Optional.empty();
        }
        SecretKey key = NewKeys.of(found.get(KEY, Binary.class).getData());
        recent.put(subject, key);
        return Optional.of(key);
    }

    @Override
    public void erase(String subject) {
        try {
            collection.updateOne(
                    Filters.eq(subject),
                    Updates.combine(Updates.unset(KEY), Updates.set(ERASED, true)),
                    new UpdateOptions().upsert(true));
        } finally {
            recent.remove(subject);
        }
    }
}
