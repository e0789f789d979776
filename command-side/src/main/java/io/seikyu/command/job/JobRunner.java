package io.seikyu.command.job;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobCommand.CloseJob;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.web.access.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the open jobs, a batch of each in turn, so that a large one does not keep a small one waiting. Of several
 * processes the one works that feeds the list of open jobs; while it hands over there may be two, which does no harm.
 * What is to be done is asked of the log each time: the list only names candidates.
 */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** No upload takes that long; what it left behind is erased. */
    private static final Duration UPLOAD_AT_MOST = Duration.ofHours(1);

    private static final int MOST = 500;

    private final LiveProjection<OpenJobs.OpenJob> list;
    private final CachingRepository<Job, JobState> jobs;
    private final RowBatches batches;
    private final LongWorks works;
    private final JobInput input;
    private final OwnCommands commands;
    private final Clock businessClock;
    private final Duration lookEvery;
    private final LinkedBlockingQueue<JobId> woken = new LinkedBlockingQueue<>();
    private volatile Thread thread;

    /** @param lookEvery how long it may be before it finds what nobody woke it for, and before it ends */
    JobRunner(
            LiveProjection<OpenJobs.OpenJob> list,
            CachingRepository<Job, JobState> jobs,
            RowBatches batches,
            LongWorks works,
            JobInput input,
            OwnCommands commands,
            Clock businessClock,
            Duration lookEvery) {
        this.list = list;
        this.jobs = jobs;
        this.batches = batches;
        this.works = works;
        this.input = input;
        this.commands = commands;
        this.businessClock = businessClock;
        this.lookEvery = lookEvery;
    }

    void start() {
        Thread made = new Thread(this::run, "jobs");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    /** Ends after the batch that is under way, without disturbing it: an interrupt would reach into the stores. */
    void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        batches.close();
    }

    /** There is something to do for this job: it need not wait until somebody looks. */
    public void wake(JobId job) {
        woken.add(job);
    }

    private void run() {
        while (isRunning()) {
            boolean worked = false;
            try {
                for (JobId job : candidates()) {
                    worked |= isRunning() && turn(job);
                }
            } catch (RuntimeException e) {
                LOG.warn("jobs wait a moment ({})", e.toString());
                worked = false;
            }
            if (!worked) {
                await();
            }
        }
    }

    private boolean isRunning() {
        return thread == Thread.currentThread();
    }

    private void await() {
        try {
            JobId job = woken.poll(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
            if (job != null) {
                woken.add(job);
            }
        } catch (InterruptedException e) {
            // it is to end
        }
    }

    private Set<JobId> candidates() {
        Set<JobId> candidates = new LinkedHashSet<>();
        woken.drainTo(candidates);
        if (!list.isFedHere()) {
            return Set.of();
        }
        list.views()
                .list(TenantScope.all(), List.of(new Document(ViewCollection.search(OpenJobs.OPEN), true)), null, MOST)
                .forEach(found -> candidates.add(idOf(found.stream())));
        return candidates;
    }

    private static JobId idOf(String stream) {
        String[] name = stream.split("/");
        return new JobId(name[0], name[2]);
    }

    /** @return whether anything was done */
    private boolean turn(JobId id) {
        JobState job = jobs.find(id.toString()).map(Job::state).orElse(null);
        if (job == null || job.closed()) {
            return false;
        }
        try {
            return switch (job.status()) {
                case OPENED -> isAbandoned(id) && close(job);
                case RUNNING -> {
                    if (!job.rows()) {
                        yield works.lookAt(job);
                    }
                    batches.next(job);
                    yield true;
                }
                case PAUSED -> {
                    works.pause(job);
                    yield false;
                }
                case DONE, FAILED, CANCELLED -> close(job);
            };
        } catch (RuntimeException e) {
            LOG.warn("job {} waits a moment ({})", id, e.toString());
            return false;
        }
    }

    private boolean isAbandoned(JobId id) {
        Instant before = businessClock.instant().minus(UPLOAD_AT_MOST);
        return list.views().find(TenantScope.of(id.tenant()), "job", id.value()).stream()
                .anyMatch(found -> found.view().since().isBefore(before));
    }

    /** The key first: who finds the event finds nothing to read any more. */
    private boolean close(JobState job) {
        if (job.rows()) {
            batches.settle(job);
            input.erase(job.id());
        } else {
            works.end(job);
        }
        commands.send(job.clientId(), RowBatches.ACTOR, job.correlationId(), new CloseJob(job.id()));
        return true;
    }
}
