package io.seikyu.command.bankfile;

import io.seikyu.command.job.Job;
import io.seikyu.command.job.JobState;
import io.seikyu.command.job.JobStatus;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.JobId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.CommitScope;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which job took which file. The commit that accepts a file claims its hash, so the same file is accepted once, whoever
 * sends it how often. A job that was cancelled or failed, or a row of which failed, makes room for another one: what it booked stays booked
 * once.
 */
final class AcceptedFiles {
    private final EventLog log;
    private final CachingRepository<Job, JobState> jobs;
    private final FailedRows failed;

    AcceptedFiles(EventLog log, CachingRepository<Job, JobState> jobs, FailedRows failed) {
        this.log = log;
        this.failed = failed;
        this.jobs = jobs;
    }

    /** The job that took it, and where in the log that stands. */
    Optional<Accepted> find(String file) {
        Accepted latest = latest(file).accepted();
        return Optional.ofNullable(latest).filter(accepted -> !isOver(accepted.job()));
    }

    /**
     * The running command accepts it.
     *
     * @throws AlreadyAcceptedException when another one did meanwhile
     */
    void claim(String file) {
        Latest latest = latest(file);
        if (latest.accepted() != null && !isOver(latest.accepted().job())) {
            throw new AlreadyAcceptedException();
        }
        CommitScope.claim(key(file, latest.times()));
    }

    private boolean isOver(JobId job) {
        JobStatus status =
                jobs.find(job.toString()).map(Job::state).map(JobState::status).orElse(JobStatus.FAILED);
        return switch (status) {
            case OPENED, RUNNING, PAUSED -> false;
            case DONE -> failed.any(job);
            case CANCELLED, FAILED -> true;
        };
    }

    private Latest latest(String file) {
        Accepted found = null;
        int times = 0;
        for (OptionalLong at = log.holderOf(key(file, 0)); at.isPresent(); at = log.holderOf(key(file, times))) {
            found = accepted(log.read(at.getAsLong(), 1).get(0));
            times++;
        }
        return new Latest(found, times);
    }

    private static Accepted accepted(StoredCommit commit) {
        String stream = commit.commit().events().stream()
                .filter(event -> event.type().equals("job.accepted"))
                .findFirst()
                .orElseThrow()
                .stream();
        String[] name = stream.split("/");
        return new Accepted(new JobId(name[0], name[2]), commit.lastPosition());
    }

    private static String key(String file, int times) {
        return "bank-file/" + file + "#" + times;
    }

    record Accepted(JobId job, long position) {}

    private record Latest(Accepted accepted, int times) {}

    /** Somebody else sent the same file at the same time. */
    static final class AlreadyAcceptedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyAcceptedException() {
            super(null, null, false, false);
        }
    }
}
