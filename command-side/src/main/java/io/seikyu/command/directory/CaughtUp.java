package io.seikyu.command.directory;

import io.seikyu.contract.id.JobId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.web.problem.ProblemException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees to it that the directory knows all that was on file when a job was accepted. */
public final class CaughtUp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Directory directory;
    private final EventLog log;
    private final Set<JobId> jobs = ConcurrentHashMap.newKeySet();

    CaughtUp(Directory directory, EventLog log) {
        this.directory = directory;
        this.log = log;
    }

    /** @throws ProblemException 503 when it takes too long; it is worth trying again */
    public void with(JobId job) {
        if (jobs.contains(job)) {
            return;
        }
        if (!directory.await(log.head(), PATIENCE)) {
            throw new ProblemException(503, "not-caught-up", "The lists of payers and contracts are behind.");
        }
        if (jobs.size() >= MOST) {
            jobs.clear();
        }
        jobs.add(job);
    }
}
