package io.seikyu.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestMongoTest {
    @Test
    void everyDatabaseIsFreshAndGoneAfterwards() {
        TestMongo one = TestMongo.fresh();
        try (TestMongo other = TestMongo.fresh()) {
            one.database().getCollection("things").insertOne(new Document("_id", 1));
            other.database().getCollection("things").insertOne(new Document("_id", 1));
            one.close();
            assertThat(one.database().listCollectionNames()).isEmpty();
            assertThat(other.database().getCollection("things").countDocuments())
                    .isOne();
        }
    }

    @Test
    void theDatabaseIsPutIntoAConnectionString() {
        assertThat(TestMongo.withDatabase("mongodb://a:1", "db")).isEqualTo("mongodb://a:1/db");
        assertThat(TestMongo.withDatabase("mongodb://a:1,b:2/?replicaSet=rs0", "db"))
                .isEqualTo("mongodb://a:1,b:2/db?replicaSet=rs0");
        assertThat(TestMongo.withDatabase("mongodb://me:secret@a:1/other?w=1", "db"))
                .isEqualTo("mongodb://me:secret@a:1/db?w=1&authSource=other");
    }
}
