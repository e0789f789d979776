package io.seikyu.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Rebuilds.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which build of a view is the one to use. A build belongs to one log; when that is another one now, or lost what was
 * read of it, the next generation begins empty and under names of its own, so that a process that still writes the old
 * one does no harm. Of several processes that notice at once, one begins it and the others follow. The same when a
 * generation is made beside the present one to replace it.
 */
final class Generations {
    static final String COLLECTION = "projections";
    static final String NAME = "name";
    static final String REVISION = "revision";

    static final String GENERATION = "generation";
    private static final String LATEST = "latest";
    private static final String LOG = "logId";
    private static final String BESIDE = "beside";
    private static final String NUMBER = "number";
    private static final String RETIRED = "retired";
    private static final String SINCE = "since";

    private static final Logger log = LoggerFactory.getLogger(Generations.class);

    private final MongoCollection<Document> collection;
    private final EventLog eventLog;

    Generations(MongoDatabase database, EventLog eventLog) {
        this.collection = database.getCollection(COLLECTION);
        this.eventLog = eventLog;
    }

    /**
     * The generation to use.
     *
     * @param fits whether what a generation has stored is of the log as it is now
     * @param drop called with a generation that is given up, by the one process that gave it up
     */
    Generation open(Projection<?> projection, Predicate<Generation> fits, Consumer<Generation> drop) {
        String id = idOf(projection);
        String logId = eventLog.id().toString();
        while (true) {
            Document found = collection.find(Filters.eq("_id", id)).first();
            if (found == null) {
                begin(projection, logId);
                continue;
            }
            State state = State.of(found);
            if (!found.containsKey(LATEST)) {
                complete(projection, state);
            }
            if (logId.equals(found.getString(LOG)) && fits.test(state.current())) {
                return state.current();
            }
            Document next = collection.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", id), Filters.eq(GENERATION, state.generation())),
                    Updates.combine(
                            Updates.set(GENERATION, state.latest() + 1),
                            Updates.set(LATEST, state.latest() + 1),
                            Updates.set(LOG, logId),
                            Updates.unset(BESIDE),
                            Updates.unset(Rebuilds.DONE)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (next != null) {
                log.warn("view {} is not of this log as it is now: it is rebuilt", projection.name());
                state.all().forEach(drop);
            }
        }
    }

    /** Of a version that wrote less. */
    private void complete(Projection<?> projection, State state) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", state.id()), Filters.exists(LATEST, false)),
                Updates.combine(
                        Updates.set(NAME, projection.name()),
                        Updates.set(REVISION, projection.revision()),
                        Updates.set(LATEST, state.latest())));
    }

    static String idOf(Projection<?> projection) {
        return projection.name() + "-r" + projection.revision();
    }

    private void begin(Projection<?> projection, String logId) {
        try {
            collection.insertOne(new Document("_id", idOf(projection))
                    .append(NAME, projection.name())
                    .append(REVISION, projection.revision())
                    .append(GENERATION, 1)
                    .append(LATEST, 1)
                    .append(LOG, logId));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** By name of the projection: of several revisions that are stored, only the highest answers anybody. */
    static Map<String, Generation> answering(MongoCollection<Document> collection) {
        Map<String, Generation> answering = new HashMap<>();
        Map<String, Integer> revisions = new HashMap<>();
        for (Document document : collection.find(Filters.exists(GENERATION))) {
            String name = document.getString(NAME);
            int revision = document.getInteger(REVISION, 0);
            if (revision > revisions.getOrDefault(name, -1)) {
                revisions.put(name, revision);
                answering.put(name, State.of(document).current());
            }
        }
        return answering;
    }

    /** By id, of every projection that was ever opened here. */
    Map<String, State> states() {
        Map<String, State> states = new HashMap<>();
        for (Document document : collection.find(Filters.exists(GENERATION))) {
            State state = State.of(document);
            states.put(state.id(), state);
        }
        return states;
    }

    /**
     * Begins what is wished for, as the one process that does.
     *
     * @param head where the log ends
     */
    void begin(State state, long head, Instant now) {
        int number = state.latest() + 1;
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set(LATEST, number),
                Updates.set(
                        BESIDE,
                        new Document(NUMBER, number)
                                .append(Rebuilds.JOB, state.wish().job())
                                .append(Rebuilds.END, head)
                                .append(Rebuilds.POSITION, -1L))));
        if (state.wish().mode() == Mode.IN_PLACE) {
            updates.add(Updates.set(GENERATION, number));
            updates.add(retire(state.generation(), now));
        }
        collection.updateOne(
                Filters.and(Filters.eq("_id", state.id()), Filters.eq(LATEST, state.latest()), as(state)),
                Updates.combine(updates));
    }

    /** @return false when another process did something else meanwhile */
    boolean takeOver(State state, Map<String, Object> result, Instant now) {
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set(
                        Rebuilds.DONE,
                        new Document(Rebuilds.JOB, state.beside().job()).append(Rebuilds.RESULT, new Document(result))),
                Updates.unset(BESIDE),
                Updates.unset(Rebuilds.WISH)));
        if (!state.isInPlace()) {
            updates.add(Updates.set(GENERATION, state.beside().number()));
            updates.add(retire(state.generation(), now));
        }
        return collection
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", state.id()),
                                        Filters.eq(
                                                BESIDE + "." + NUMBER,
                                                state.beside().number()),
                                        as(state)),
                                Updates.combine(updates))
                        .getModifiedCount()
                == 1;
    }

    /** The build beside the present one is no improvement: it is given up, and the wish with it. */
    void refuse(State state, String why, Instant now) {
        collection.updateOne(
                Filters.and(
                        Filters.eq("_id", state.id()),
                        Filters.eq(BESIDE + "." + NUMBER, state.beside().number()),
                        as(state)),
                Updates.combine(
                        Updates.set(
                                Rebuilds.DONE,
                                new Document(Rebuilds.JOB, state.beside().job()).append(Rebuilds.FAILURE, why)),
                        Updates.unset(BESIDE),
                        Updates.unset(Rebuilds.WISH),
                        retire(state.beside().number(), now)));
    }

    /** Gives up the build beside the present one. */
    void giveUp(State state, Instant now) {
        List<Bson> updates = new ArrayList<>(List.of(Updates.unset(BESIDE)));
        if (!state.isInPlace()) {
            updates.add(retire(state.beside().number(), now));
        }
        collection.updateOne(
                Filters.and(
                        Filters.eq("_id", state.id()),
                        Filters.eq(BESIDE + "." + NUMBER, state.beside().number()),
                        as(state)),
                Updates.combine(updates));
    }

    void reached(State state, long position) {
        collection.updateOne(
                Filters.and(
                        Filters.eq("_id", state.id()),
                        Filters.eq(BESIDE + "." + NUMBER, state.beside().number())),
                Updates.max(BESIDE + "." + Rebuilds.POSITION, position));
    }

    /** A generation that nobody uses any more, after those who were reading it are done. */
    void dropped(String id, int number) {
        collection.updateOne(Filters.eq("_id", id), Updates.pull(RETIRED, Filters.eq(NUMBER, number)));
    }

    private static Bson as(State state) {
        return Filters.eq(GENERATION, state.generation());
    }

    private static Bson retire(int number, Instant now) {
        return Updates.push(RETIRED, new Document(NUMBER, number).append(SINCE, Date.from(now)));
    }

    /** One build of a view. */
    record Generation(String id, int number) {
        /** Of the processor, its tokens and its dead letters. */
        String processor() {
            return id + "-g" + number;
        }

        String collection() {
            return "view_" + processor();
        }
    }

    /**
     * @param generation the one that answers
     * @param latest     the highest number that was ever given
     * @param beside     the one that is being built, or null; in place it is the one that answers
     * @param wish       what was asked for and is not done, or null
     * @param retired    those that are still there and answer no more
     */
    record State(
            String id,
            int generation,
            int latest,
            @Nullable Beside beside,
            Rebuilds.@Nullable Wish wish,
            List<Retired> retired) {
        static State of(Document found) {
            Document beside = found.get(BESIDE, Document.class);
            return new State(
                    found.getString("_id"),
                    found.getInteger(GENERATION),
                    found.getInteger(LATEST, found.getInteger(GENERATION)),
                    beside == null
                            ? null
                            : new Beside(
                                    beside.getInteger(NUMBER),
                                    beside.getString(Rebuilds.JOB),
                                    beside.getLong(Rebuilds.END),
                                    beside.getLong(Rebuilds.POSITION)),
                    Rebuilds.Wish.of(found),
                    found.getList(RETIRED, Document.class, List.of()).stream()
                            .map(one -> new Retired(
                                    one.getInteger(NUMBER), one.getDate(SINCE).toInstant()))
                            .toList());
        }

        Generation current() {
            return new Generation(id, generation);
        }

        boolean isInPlace() {
            return beside.number() == generation;
        }

        /** Whether the build beside is what is wished for now. */
        boolean isWished() {
            return wish != null && wish.job().equals(beside.job());
        }

        List<Generation> all() {
            List<Generation> all = new ArrayList<>(List.of(current()));
            if (beside != null && !isInPlace()) {
                all.add(new Generation(id, beside.number()));
            }
            return all;
        }
    }

    /** @param end up to where the log went when it was begun */
    record Beside(int number, String job, long end, long position) {}

    record Retired(int number, Instant since) {}
}
