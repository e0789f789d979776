package io.seikyu.command.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a thread of this process does from its beginning to its end. After a restart it begins anew, unless it kept
 * for itself how far it was.
 */
public abstract class InProcessWork implements LongWork, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InProcessWork.class);

    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    /**
     * Does it.
     *
     * @param progress to be told now and then; it waits there while the job is paused, and does not return when the job
     *                 has ended
     * @return what came of it
     */
    protected abstract Map<String, Object> work(JobState job, Progress progress);

    /** What is said of it when it broke off; the program's log says more. */
    protected Look failed() {
        return Look.failed("internal-error", "Something went wrong on our side; the program's log says more.");
    }

    @Override
    public Look look(JobState job) {
        Run run = runs.computeIfAbsent(job.jobId(), id -> new Run(job).begin());
        run.pause(false);
        return run.look;
    }

    @Override
    public void pause(JobState job) {
        Run run = runs.get(job.jobId());
        if (run != null) {
            run.pause(true);
        }
    }

    @Override
    public void end(JobState job) {
        Run run = runs.remove(job.jobId());
        if (run != null) {
            run.stop();
        }
    }

    /** Before the log is closed. */
    @Override
    public void close() {
        runs.values().forEach(Run::stop);
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long of);
    }

    /** Nobody waits for it any more. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Run implements Runnable {
        private final JobState job;
        private final Thread thread;
        private volatile Look look;
        private boolean paused;
        private boolean stopped;

        Run(JobState job) {
            this.job = job;
            this.thread = new Thread(this, "job-" + job.jobId());
            this.look = Look.underWay(0, job.total());
        }

        Run begin() {
            thread.setDaemon(true);
            thread.start();
            return this;
        }

        @Override
        public void run() {
            try {
                look = Look.done(work(job, this::at));
            } catch (StoppedException e) {
                LOG.debug("job {} was stopped", job.id(), e);
            } catch (RuntimeException | Error e) {
                LOG.error("job {} failed", job.id(), e);
                look = failed();
            }
        }

        private synchronized void at(long done, long of) {
            look = Look.underWay(done, of);
            try {
                while (paused && !stopped) {
                    wait();
                }
            } catch (InterruptedException e) {
                stopped = true;
            }
            if (stopped) {
                throw new StoppedException();
            }
        }

        synchronized void pause(boolean wished) {
            paused = wished;
            notifyAll();
        }

        void stop() {
            synchronized (this) {
                stopped = true;
                notifyAll();
            }
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
