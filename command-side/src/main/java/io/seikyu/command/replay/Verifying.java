package io.seikyu.command.replay;

import io.seikyu.command.job.InProcessWork;
import io.seikyu.command.job.JobState;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.proof.Standing;
import io.seikyu.eventlog.proof.Verification;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The work of checking the log from its first commit to its head. How far it is stands in a file, so that a process that
 * starts again on the same directory goes on from there.
 */
final class Verifying extends InProcessWork {
    static final String KIND = "LOG_VERIFICATION";

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final VerificationFiles files;

    Verifying(EventLog log, Checkpoints checkpoints, VerificationFiles files) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.files = files;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Map<String, Object> work(JobState job, Progress progress) {
        Standing before = files.read(job.jobId()).orElse(null);
        return result(LogVerifier.verify(log, checkpoints, before, (standing, of) -> {
            files.keep(job.jobId(), standing);
            progress.at(Math.min(standing.through() + 1, of), of);
        }));
    }

    @Override
    public void end(JobState job) {
        super.end(job);
        files.delete(job.jobId());
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
}
