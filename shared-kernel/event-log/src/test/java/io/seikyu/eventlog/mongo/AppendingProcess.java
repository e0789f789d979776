package io.seikyu.eventlog.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.Crowd;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.StoredCommit;
import java.time.Clock;
import java.util.UUID;

/**
 * A process that appends to streams of its own, and every third time to one that all processes share. It says each commit
 * that was acknowledged, with its position.
 */
final class AppendingProcess {
    static final String SHARED = "acme/account/shared";
    private static final int WRITERS = 4;

    private AppendingProcess() {}

    /** @param args connection string, database, commits of each writer */
    public static void main(String[] args) throws Exception {
        try (MongoClient client = MongoClients.create(args[0])) {
            EventLog log = MongoEventLog.open(client.getDatabase(args[1]), Clock.systemUTC());
            say("ready");
            if (System.in.read() < 0) {
                return;
            }
            int commits = Integer.parseInt(args[2]);
            Crowd.of(WRITERS, writer -> append(log, commits));
            say("done");
            log.close();
        }
    }

    private static void append(EventLog log, int commits) {
        String mine = "acme/invoice/" + UUID.randomUUID();
        for (int i = 0; i < commits; i++) {
            StoredCommit stored = i % 3 == 2 ? appendShared(log, mine, i) : log.append(Commits.single(mine, i));
            say(stored.commit().id() + " " + stored.firstPosition());
        }
    }

    private static StoredCommit appendShared(EventLog log, String mine, int sequence) {
        while (true) {
            long next = log.lastSequence(SHARED).orElse(-1) + 1;
            try {
                return log.append(Commits.of("acme")
                        .event(mine, sequence)
                        .event(SHARED, next)
                        .build());
            } catch (KeyClaimedException e) {
                if (e.kind() != KeyClaimedException.Kind.SEQUENCE || !e.key().startsWith(SHARED)) {
                    throw e;
                }
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
