package io.seikyu.benchmarks.history;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/**
 * A lived history many times over, each time of another client company. So many of them are under way at once that the
 * life of an invoice reaches over a sixth of a year's log, as it does where the log is of one agency.
 */
public final class Multiplied {
    private static final int SIDE_BY_SIDE = 80;
    private static final int AT_ONCE = 500;

    private final Template template;
    private final EventLog log;
    private final EventCodec codec;
    private final List<NewCommit> waiting = new ArrayList<>();

    public Multiplied(Template template, EventLog log, EventCodec codec) {
        this.template = template;
        this.log = log;
        this.codec = codec;
    }

    /**
     * Writes a history for so many client companies at the same time into the program's data directory.
     *
     * @return how many events there are
     */
    public static long together(Template template, Path data, int clients) {
        try (RocksEventLog log = RocksEventLog.open(data.resolve("log"), Clock.systemUTC())) {
            Multiplied multiplied =
                    new Multiplied(template, log, new EventCodec(new FileSubjectKeys(data.resolve("subject-keys"))));
            multiplied.begin();
            multiplied.fillTogether(clients);
            System.out.printf(Locale.ROOT, "%,d events written%n", log.head() + 1);
            return log.head() + 1;
        }
    }

    private record Turn(long at, int client, int commit) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            return at != other.at ? Long.compare(at, other.at) : Integer.compare(client, other.client);
        }
    }

    /** What was there before any client company, which none can do without. */
    public void begin() {
        template.before().forEach(commit -> append(commit.commit()));
        flush();
    }

    /** Appends until the log has so many events. */
    public void fill(long events) {
        PriorityQueue<Turn> turns = new PriorityQueue<>();
        int step = Math.max(1, template.commits() / SIDE_BY_SIDE);
        int next = 0;
        for (; next < SIDE_BY_SIDE; next++) {
            // one after the other, so that they are at different places of their lives
            turns.add(new Turn((long) next * step, next, 0));
        }
        long written = log.head() + 1;
        while (written < events) {
            Turn turn = turns.remove();
            written += append(turn);
            if (turn.commit() + 1 < template.commits()) {
                turns.add(new Turn(turn.at() + 1, turn.client(), turn.commit() + 1));
            } else {
                turns.add(new Turn(turn.at() + 1, next++, 0));
            }
        }
        flush();
    }

    /** All of so many client companies, one after the other. */
    public void fillClients(int clients) {
        for (int client = 0; client < clients; client++) {
            for (int commit = 0; commit < template.commits(); commit++) {
                append(new Turn(0, client, commit));
            }
        }
        flush();
    }

    /** So many client companies at the same time: what one lives on a day, all of them do. */
    private void fillTogether(int clients) {
        for (int commit = 0; commit < template.commits(); commit++) {
            for (int client = 0; client < clients; client++) {
                append(new Turn(0, client, commit));
            }
        }
        flush();
    }

    private int append(Turn turn) {
        String client = client(turn.client());
        List<NewEvent> events = template.commit(turn.commit(), client, codec);
        append(new NewCommit(UUID.randomUUID(), client, events, Set.of()));
        return events.size();
    }

    public static String client(int number) {
        return "c" + (100_000 + number);
    }

    private void append(NewCommit commit) {
        waiting.add(commit);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        for (Outcome outcome : log.appendAll(waiting)) {
            if (outcome instanceof Outcome.Refused refused) {
                throw refused.why();
            }
        }
        waiting.clear();
    }
}
