package io.seikyu.command.whatif;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.seikyu.eventlog.axon.EventJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.core.type.TypeReference;

/**
 * All cases of the jobs that take decisions again, in their order, beside the log: whoever lost them asks again. Each run
 * of a job writes its own, and they are the job's when the run has come to its end: one that was cut off is begun anew,
 * and nothing stands there twice. What is older than {@value #DAYS} days is removed when somebody asks or begins another.
 *
 * <p>A case holds ids, codes and figures, from events of which nothing is personal, so the erasure of a person leaves it as
 * it is.
 */
final class CaseStore {
    static final int DAYS = 30;

    private static final int PORTION = 500;
    private static final String ID = "_id";
    private static final String TOLD = "told";
    private static final String RUN = "run";
    private static final String SINCE = "since";
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final MongoCollection<Document> cases;
    private final MongoCollection<Document> jobs;
    private final Clock businessClock;

    CaseStore(MongoDatabase database, Clock businessClock) {
        this.cases = database.getCollection("what_if_cases");
        this.jobs = database.getCollection("what_if_jobs");
        this.businessClock = businessClock;
    }

    /**
     * Does the work of a job, and keeps the cases that it finds.
     *
     * @return what came of it, and where all cases are
     */
    Map<String, Object> keeping(String job, Function<Cases, Map<String, Object>> work) {
        removeOld();
        note(job, Updates.set(SINCE, now()));
        Run run = new Run(job + "/" + UUID.randomUUID() + "/");
        try {
            Map<String, Object> told = new LinkedHashMap<>(work.apply(new Cases(run)));
            run.flush();
            adopt(job, run);
            told.put("allCases", "/v1/what-if/" + job + "/cases");
            return told;
        } catch (RuntimeException | Error e) {
            run.undo(e);
            throw e;
        }
    }

    /** Unless another process, which worked the same job, came to its end before and removed the beginning of this one. */
    private void adopt(String job, Run run) {
        if (!run.isWhole()) {
            delete(beginningWith(run.prefix));
            return;
        }
        note(job, Updates.combine(Updates.set(RUN, run.prefix), Updates.set(SINCE, now())));
        delete(Filters.and(beginningWith(job + "/"), Filters.lt(ID, run.prefix)));
        delete(Filters.and(beginningWith(job + "/"), Filters.gte(ID, behind(run.prefix))));
    }

    private Date now() {
        return Date.from(businessClock.instant());
    }

    private void note(String job, Bson what) {
        jobs.updateOne(Filters.eq(ID, job), what, new UpdateOptions().upsert(true));
    }

    /**
     * Cases in their order.
     *
     * @param after the number of the last one that was seen, or 0
     * @return empty when the job's cases are not here (any more)
     */
    Optional<List<Map<String, Object>>> find(String job, long after, int limit) {
        removeOld();
        return Optional.ofNullable(jobs.find(Filters.eq(ID, job)).first())
                .map(noted -> noted.getString(RUN))
                .map(prefix -> {
                    List<Map<String, Object>> found = new ArrayList<>();
                    for (Document document : cases.find(
                                    Filters.and(beginningWith(prefix), Filters.gt(ID, id(prefix, after))))
                            .sort(Sorts.ascending(ID))
                            .limit(limit)
                            .batchSize(limit)) {
                        found.add(EventJson.mapper().readValue(document.getString(TOLD), FIELDS));
                    }
                    return found;
                });
    }

    private void write(List<Document> portion) {
        cases.insertMany(portion, new InsertManyOptions().ordered(false));
    }

    private boolean isThere(String id) {
        return cases.find(Filters.eq(ID, id)).first() != null;
    }

    private void removeOld() {
        Instant before = businessClock.instant().minus(Duration.ofDays(DAYS));
        for (Document old : jobs.find(Filters.lt(SINCE, Date.from(before)))) {
            String job = old.getString(ID);
            delete(beginningWith(job + "/"));
            jobs.deleteOne(Filters.eq(ID, job));
        }
    }

    /** A portion at a time: others write meanwhile. */
    private void delete(Bson which) {
        List<String> ids;
        do {
            ids = cases.find(which)
                    .projection(Projections.include(ID))
                    .sort(Sorts.ascending(ID))
                    .limit(PORTION)
                    .map(document -> document.getString(ID))
                    .into(new ArrayList<>());
            if (!ids.isEmpty()) {
                cases.deleteMany(Filters.in(ID, ids));
            }
        } while (ids.size() == PORTION);
    }

    private static Bson beginningWith(String prefix) {
        return Filters.and(Filters.gte(ID, prefix), Filters.lt(ID, behind(prefix)));
    }

    /** The first text behind all that begin with this one, which ends in a slash. */
    private static String behind(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1);
    }

    private static String id(String prefix, long number) {
        return prefix + String.format("%012d", number);
    }

    /** The cases of one run, written a portion at a time. */
    private final class Run implements Consumer<Map<String, Object>> {
        private final String prefix;
        private final List<Document> waiting = new ArrayList<>();
        private long count;

        Run(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void accept(Map<String, Object> told) {
            count++;
            waiting.add(new Document(ID, id(prefix, count))
                    .append(TOLD, EventJson.mapper().writeValueAsString(told)));
            if (waiting.size() == PORTION) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                write(waiting);
                waiting.clear();
            }
        }

        boolean isWhole() {
            return count == 0 || isThere(id(prefix, 1));
        }

        void undo(Throwable why) {
            try {
                delete(beginningWith(prefix));
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        }
    }
}
