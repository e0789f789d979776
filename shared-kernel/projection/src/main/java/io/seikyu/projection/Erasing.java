package io.seikyu.projection;

import com.mongodb.client.MongoDatabase;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.erasure.Erasure;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.eventlog.erasure.SealedStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes out of the documents what was erased in the log: a document in which something of it stood is folded again, and
 * so becomes what it is in a rebuild. That is done when nobody has the key any more, and everything that was read while
 * somebody had it is written.
 */
final class Erasing {
    /** Another process may go on with a key for a while. */
    private static final Duration OTHERS_HEAR_WITHIN = Duration.ofSeconds(11);

    private final MongoDatabase database;
    private final EventLog log;
    private final SubjectKeys keys;
    private final Erasures erasures;
    private final HeededErasures heeded;
    private final Duration wait;
    private final List<Long> headWhenGone = new ArrayList<>();
    private long goneSince;

    Erasing(MongoDatabase database, EventLog log, SubjectKeys keys, ProjectionSettings settings) {
        this.database = database;
        this.log = log;
        this.keys = keys;
        this.erasures = new Erasures(log);
        this.heeded = new HeededErasures(database);
        this.wait = settings.shared() ? OTHERS_HEAR_WITHIN : Duration.ZERO;
    }

    /** Does what can be done now. */
    void look(Collection<LiveProjection<?>> live) {
        List<Erasure> all = erasures.all();
        if (all.isEmpty()) {
            return;
        }
        noteGone(all);
        List<Due> due = due(live);
        if (due.isEmpty()) {
            return;
        }
        dropFormerRevisions(live);
        long from = due.stream().mapToLong(Due::after).min().orElseThrow();
        long to = due.stream().mapToLong(Due::through).max().orElseThrow();
        Set<String> subjects = new HashSet<>();
        all.subList((int) from, (int) to).forEach(erasure -> subjects.addAll(erasure.subjects()));
        Set<String> streams = SealedStreams.of(log, subjects);
        for (Due each : due) {
            String type = "/" + each.type() + "/";
            each.build()
                    .makeAgain(
                            streams.stream()
                                    .filter(stream -> stream.contains(type))
                                    .toList(),
                            each.through());
            heeded.heeded(each.processor(), each.through());
        }
    }

    /** In order: the keys of the next one are gone, here and, after a while, everywhere. */
    private void noteGone(List<Erasure> all) {
        while (headWhenGone.size() < all.size()) {
            if (all.get(headWhenGone.size()).subjects().stream()
                    .anyMatch(subject -> keys.find(subject).isPresent())) {
                goneSince = 0;
                return;
            }
            if (goneSince == 0) {
                goneSince = System.nanoTime();
            }
            if (System.nanoTime() - goneSince < wait.toNanos()) {
                return;
            }
            goneSince = 0;
            headWhenGone.add(log.head());
        }
    }

    private List<Due> due(Collection<LiveProjection<?>> live) {
        Map<String, Long> done = heeded.byProcessor();
        List<Due> due = new ArrayList<>();
        for (LiveProjection<?> each : live) {
            String type = each.projection().streamType();
            Stream.of(each.current(), each.beside())
                    .filter(build -> build != null)
                    .forEach(build -> {
                        long after = done.getOrDefault(build.generation().processor(), 0L);
                        long through = throughAt(build.position());
                        if (through > after) {
                            due.add(new Due(build, type, after, through));
                        }
                    });
        }
        return due;
    }

    /** The last erasure before which nothing is under way any more in a build that is at that position. */
    private long throughAt(long position) {
        long through = 0;
        while (through < headWhenGone.size() && headWhenGone.get((int) through) <= position) {
            through++;
        }
        return through;
    }

    /** Nobody is answered from them, but what they hold they would hold for ever. */
    private void dropFormerRevisions(Collection<LiveProjection<?>> live) {
        Set<String> names = new HashSet<>();
        database.listCollectionNames().into(names);
        for (LiveProjection<?> each : live) {
            String prefix = "view_" + each.projection().name() + "-r";
            String present = "view_" + Generations.idOf(each.projection()) + "-g";
            names.stream()
                    .filter(name -> name.startsWith(prefix) && !name.startsWith(present))
                    .forEach(name -> database.getCollection(name).drop());
        }
    }

    private record Due(Build<?> build, String type, long after, long through) {
        String processor() {
            return build.generation().processor();
        }
    }
}
