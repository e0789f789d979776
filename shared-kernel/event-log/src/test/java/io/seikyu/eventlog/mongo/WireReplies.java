package io.seikyu.eventlog.mongo;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** What a replica set says that a server alone never does. */
final class WireReplies {
    private WireReplies() {}

    /** The write was done, but the majority did not confirm it in time: it may be rolled back, or not. */
    static WireMessage withoutMajority(WireMessage request, WireMessage reply) {
        return request.reply(reply.body()
                .append(
                        "writeConcernError",
                        new BsonDocument("code", new BsonInt32(64))
                                .append("errmsg", new BsonString("waiting for replication timed out"))));
    }

    static BsonDocument inserted() {
        return new BsonDocument("n", new BsonInt32(1)).append("ok", new BsonDouble(1));
    }

    static BsonDocument nothingFound() {
        return new BsonDocument(
                        "cursor",
                        new BsonDocument("id", new BsonInt64(0))
                                .append("ns", new BsonString("any." + CommitStore.NAME))
                                .append("firstBatch", new BsonArray()))
                .append("ok", new BsonDouble(1));
    }
}
