package io.seikyu.query.planted;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.planted.TouchesTheOtherSide;

/** Breaks two walls on purpose: Mongo outside of a store, and the query side that knows the command side. */
public class SpeaksMongo {
    public MongoDatabase database;

    public Object other() {
        return new TouchesTheOtherSide();
    }
}
