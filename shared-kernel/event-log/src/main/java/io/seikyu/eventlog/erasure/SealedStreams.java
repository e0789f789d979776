package io.seikyu.eventlog.erasure;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which streams hold anything that a subject's key sealed; reads the whole log for it, and decodes nothing. */
public final class SealedStreams {
    private static final int BATCH = 5_000;
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"\\\\]+)\"");

    private SealedStreams() {}

    public static Set<String> of(EventLog log, Collection<String> subjects) {
        Set<String> wanted = Set.copyOf(subjects);
        Set<String> streams = new HashSet<>();
        long next = 0;
        List<StoredCommit> commits = log.read(next, BATCH);
        while (!commits.isEmpty()) {
            for (StoredCommit commit : commits) {
                commit.events().stream()
                        .filter(stored -> stored.event().stream() != null && holds(stored, wanted))
                        .forEach(stored -> streams.add(stored.event().stream()));
                next = commit.lastPosition() + 1;
            }
            commits = log.read(next, BATCH);
        }
        return streams;
    }

    private static boolean holds(StoredEvent stored, Set<String> subjects) {
        String json = new String(stored.event().payload(), StandardCharsets.ISO_8859_1);
        if (!json.contains("\"$sealed\"")) {
            return false;
        }
        Matcher subject = SUBJECT.matcher(json);
        while (subject.find()) {
            if (subjects.contains(subject.group(1))) {
                return true;
            }
        }
        return false;
    }
}
