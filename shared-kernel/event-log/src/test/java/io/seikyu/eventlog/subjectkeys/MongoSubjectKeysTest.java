package io.seikyu.eventlog.subjectkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.mongo.TestMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoSubjectKeysTest extends SubjectKeysContract {
    private final TestMongo mongo = TestMongo.fresh();

    @AfterEach
    void drop() {
        mongo.close();
    }

    @Override
    SubjectKeys open() {
        return new MongoSubjectKeys(mongo.database());
    }

    @Test
    void erasingRemovesTheKeyFromTheDocument() {
        SubjectKeys keys = open();
        keys.findOrCreate(SUBJECT);

        keys.erase(SUBJECT);

        assertThat(mongo.database()
                        .getCollection(MongoSubjectKeys.COLLECTION)
                        .find(Filters.eq(SUBJECT))
                        .first())
                .isEqualTo(new Document("_id", SUBJECT).append("erased", true));
    }
}
