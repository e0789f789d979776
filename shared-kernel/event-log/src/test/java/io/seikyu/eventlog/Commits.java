package io.seikyu.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Commits for tests: {@code Commits.of("acme").event("acme/invoice/1", 0).claim("number/7").build()}. The tenant is
 * what leads the stream's name.
 */
public final class Commits {
    private static final Instant AT = Instant.parse("2026-04-30T03:00:00Z");

    private final String tenant;
    private UUID id = UUID.randomUUID();
    private final List<NewEvent> events = new ArrayList<>();
    private final Set<String> claims = new LinkedHashSet<>();

    private Commits(String tenant) {
        this.tenant = tenant;
    }

    public static Commits of(String tenant) {
        return new Commits(tenant);
    }

    /** A commit of one event. */
    public static NewCommit single(String stream, long sequence) {
        return run(stream, sequence, 1);
    }

    /** A commit of {@code count} events of one stream. */
    public static NewCommit run(String stream, long firstSequence, int count) {
        Commits commit = of(stream.substring(0, stream.indexOf('/')));
        for (int i = 0; i < count; i++) {
            commit.event(stream, firstSequence + i);
        }
        return commit.build();
    }

    /** The event {@code sequence} of {@code stream}, with a fresh id and a payload that names it. */
    public static NewEvent anEvent(String stream, long sequence) {
        return anEvent(UUID.randomUUID().toString(), stream, sequence, "{\"number\":" + sequence + "}");
    }

    public static NewEvent anEvent(String id, String stream, long sequence, String payload) {
        return new NewEvent(
                id, stream, sequence, "test.happened", 1, AT, bytes(payload), bytes("{\"actor\":\"test\"}"));
    }

    public Commits id(UUID chosen) {
        id = chosen;
        return this;
    }

    public Commits event(String stream, long sequence) {
        return event(anEvent(stream, sequence));
    }

    /** An event that belongs to no stream. */
    public Commits looseEvent() {
        return event(anEvent(null, -1));
    }

    public Commits event(NewEvent event) {
        events.add(event);
        return this;
    }

    public Commits claim(String claim) {
        claims.add(claim);
        return this;
    }

    public NewCommit build() {
        return new NewCommit(id, tenant, events, claims);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
