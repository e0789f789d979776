package io.seikyu.standalone;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.projection.HeededErasures;
import io.seikyu.projection.Recorded;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was erased does not stay in the embedded database's file, where a page that was written over lies until its place
 * is used again. The file is compacted when all views are without it, and written anew when the program ends.
 */
final class ErasedFromFile implements Reaction {
    private final Erasures erasures;
    private final HeededErasures views;
    private final @Nullable EmbeddedMongo mongo;
    private boolean toCompact;

    ErasedFromFile(EventLog log, MongoDatabase database, @Nullable EmbeddedMongo mongo) {
        this.erasures = new Erasures(log);
        this.views = new HeededErasures(database);
        this.mongo = mongo;
    }

    @Override
    public Set<String> hearsOf() {
        return Set.of(EventCatalogue.of(PersonalDataErased.class).name());
    }

    @Override
    public void react(Event event, Recorded recorded) {
        toCompact = mongo != null;
    }

    @Override
    public boolean hasPutOff() {
        return toCompact;
    }

    /** The views may take a moment more. */
    @Override
    public void doPutOff() {
        if (views.await(erasures.all().size(), Duration.ZERO)) {
            mongo.compact();
            toCompact = false;
        }
    }

    @Override
    public void catchUp() {
        // a file that was not closed is not used again, and a closed one was written anew
    }

    void rewriteWhenClosed() {
        int number = erasures.all().size();
        if (mongo != null && number > 0 && views.await(number, Duration.ZERO)) {
            mongo.rewriteWhenClosed(Integer.toString(number));
        }
    }
}
