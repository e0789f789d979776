package io.seikyu.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What of the derived things is to be made again from the log. Whoever leads a job says here what is wished, and reads
 * how far it is; whoever has the thing, in this process or another, does it. What stands here may be lost with the things
 * themselves: the wish is then said again.
 */
public final class Rebuilds {
    static final String WISH = "wish";
    static final String DONE = "done";
    static final String JOB = "job";
    static final String END = "end";
    static final String POSITION = "position";
    static final String RESULT = "result";
    static final String FAILURE = "failure";

    private static final String MODE = "mode";
    private static final String PAUSED = "paused";
    private static final String BESIDE = "beside";
    private static final String ONLY_IN_PLACE = "onlyInPlace";

    private final MongoCollection<Document> collection;

    public Rebuilds(MongoDatabase database) {
        this.collection = database.getCollection(Generations.COLLECTION);
    }

    /** How. */
    public enum Mode {
        /** It is emptied first, and fills before everybody's eyes. */
        IN_PLACE,
        /** The new one fills where nobody sees it, and takes over when it is complete. */
        SIDE_BY_SIDE
    }

    /** The modes that a thing of this name offers; none when there is no such thing. */
    public java.util.Set<Mode> modes(String name) {
        return newest(name)
                .map(found -> found.getBoolean(ONLY_IN_PLACE, false)
                        ? java.util.Set.of(Mode.IN_PLACE)
                        : java.util.Set.of(Mode.values()))
                .orElse(java.util.Set.of());
    }

    private Optional<Document> newest(String name) {
        return Optional.ofNullable(collection
                .find(Filters.eq(Generations.NAME, name))
                .sort(Sorts.descending(Generations.REVISION))
                .first());
    }

    /** Wishes for it, unless it is done, or something else is wished for already: then it waits its turn. */
    public void want(String name, Wish wish) {
        newest(name).ifPresent(found -> {
            Wish present = Wish.of(found);
            if (!wish.equals(present) && (present == null || present.job().equals(wish.job()))) {
                collection.updateOne(
                        Filters.and(
                                Filters.eq("_id", found.get("_id")),
                                as(present),
                                Filters.ne(DONE + "." + JOB, wish.job())),
                        Updates.set(
                                WISH,
                                new Document(JOB, wish.job())
                                        .append(MODE, wish.mode().name())
                                        .append(PAUSED, wish.paused())));
            }
        });
    }

    /** It is not wished for any more; what was begun beside is given up. */
    public void withdraw(String name, String job) {
        collection.updateMany(
                Filters.and(Filters.eq(Generations.NAME, name), Filters.eq(WISH + "." + JOB, job)),
                Updates.unset(WISH));
    }

    /** How far that job is; empty when nobody has begun with it. */
    public Optional<Progress> progress(String name, String job) {
        return newest(name).flatMap(found -> {
            Document done = found.get(DONE, Document.class);
            if (done != null && job.equals(done.getString(JOB))) {
                return Optional.of(new Progress(-1, -1, done.get(RESULT, Document.class), done.getString(FAILURE)));
            }
            Document beside = found.get(BESIDE, Document.class);
            return beside != null && job.equals(beside.getString(JOB))
                    ? Optional.of(new Progress(beside.getLong(POSITION), beside.getLong(END), null, null))
                    : Optional.empty();
        });
    }

    /** A thing that is no projection, of which there are no two at once. */
    public void offer(String name) {
        collection.updateOne(
                Filters.eq("_id", name),
                Updates.combine(
                        Updates.set(Generations.NAME, name),
                        Updates.set(Generations.REVISION, 1),
                        Updates.set(ONLY_IN_PLACE, true)),
                new UpdateOptions().upsert(true));
    }

    /** What is wished of it and not done. */
    public Optional<Wish> wish(String name) {
        return newest(name).map(Wish::of);
    }

    /** @param end up to where the log went when it was begun */
    public void reached(String name, String job, long position, long end) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", name), Filters.eq(WISH + "." + JOB, job)),
                Updates.set(
                        BESIDE,
                        new Document(JOB, job).append(POSITION, position).append(END, end)));
    }

    public void done(String name, String job, Map<String, Object> result) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", name), Filters.eq(WISH + "." + JOB, job)),
                Updates.combine(
                        Updates.set(DONE, new Document(JOB, job).append(RESULT, new Document(result))),
                        Updates.unset(WISH),
                        Updates.unset(BESIDE)));
    }

    private static Bson as(@Nullable Wish present) {
        return present == null ? Filters.exists(WISH, false) : Filters.eq(WISH + "." + JOB, present.job());
    }

    /** @param job for which it is done, as long as it takes */
    public record Wish(String job, Mode mode, boolean paused) {
        static @Nullable Wish of(Document found) {
            Document wish = found.get(WISH, Document.class);
            return wish == null
                    ? null
                    : new Wish(wish.getString(JOB), Mode.valueOf(wish.getString(MODE)), wish.getBoolean(PAUSED));
        }
    }

    /**
     * @param position up to which it is made
     * @param end      up to where the log went when it was begun
     * @param result   when it is done; null before
     * @param failure  why it will not be done; null otherwise
     */
    public record Progress(
            long position,
            long end,
            @Nullable Map<String, Object> result,
            @Nullable String failure) {}
}
