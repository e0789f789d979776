package io.seikyu.command.replay;

import io.seikyu.command.job.JobState;
import io.seikyu.command.job.LongWork;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Verification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of checking the log from its first commit to its head. What was checked is remembered by nobody: after a
 * restart it begins anew.
 */
final class Verifying implements LongWork, AutoCloseable {
    static final String KIND = "LOG_VERIFICATION";

    private static final Logger LOG = LoggerFactory.getLogger(Verifying.class);

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    Verifying(EventLog log, Checkpoints checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Look look(JobState job) {
        Run run = runs.computeIfAbsent(job.jobId(), id -> new Run(job.total()).begin());
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

    static Map<String, Object> result(Verification found) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("valid", found.valid());
        found.firstFault().ifPresent(fault -> {
            Map<String, Object> first = new LinkedHashMap<>();
            if (fault.position() >= 0) {
                first.put("position", fault.position());
            }
            first.put("message", fault.text());
            result.put("firstFault", first);
        });
        result.put("through", found.through());
        result.put("vouchedThrough", found.vouchedThrough());
        return result;
    }

    /** Nobody waits for it any more. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Run implements Runnable {
        private final Thread thread = new Thread(this, "verification");
        private volatile Look look;
        private boolean paused;
        private boolean stopped;

        Run(long total) {
            this.look = Look.underWay(0, total);
        }

        Run begin() {
            thread.setDaemon(true);
            thread.start();
            return this;
        }

        @Override
        public void run() {
            try {
                look = Look.done(result(LogVerifier.verify(log, checkpoints, this::checked)));
            } catch (StoppedException e) {
                LOG.debug("a verification was stopped", e);
            } catch (RuntimeException e) {
                LOG.error("a verification failed", e);
                look = Look.failed("internal-error", "Something went wrong on our side; the program's log says more.");
            }
        }

        private synchronized void checked(long positions, long of) {
            look = Look.underWay(positions, of);
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
