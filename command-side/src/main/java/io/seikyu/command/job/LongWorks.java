package io.seikyu.command.job;

import io.seikyu.command.job.LongWork.Look;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.job.JobCommand;
import io.seikyu.contract.job.JobCommand.AdvanceJob;
import io.seikyu.contract.job.JobCommand.ConcludeJob;
import io.seikyu.contract.job.JobCommand.FailJob;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks after jobs that are not made of rows, and tells in the log how far they are. */
final class LongWorks {
    /** Progress is told at most so many times, however long it takes. */
    private static final int TIMES = 100;

    private final Map<String, LongWork> works;
    private final OwnCommands commands;

    LongWorks(List<LongWork> works, OwnCommands commands) {
        this.works = works.stream().collect(Collectors.toMap(LongWork::kind, Function.identity()));
        this.commands = commands;
    }

    /** @return whether it has ended */
    boolean lookAt(JobState job) {
        LongWork work = works.get(job.kind());
        if (work == null) {
            send(job, new FailJob(job.id(), "unknown-kind", "This version cannot work a job of kind " + job.kind()));
            return true;
        }
        Look look = work.look(job);
        if (look.failure() != null) {
            send(
                    job,
                    new FailJob(job.id(), look.failure().code(), look.failure().message()));
        } else if (look.result() != null) {
            send(job, new ConcludeJob(job.id(), look.result()));
        } else if (look.done() - job.decided() > look.total() / TIMES) {
            send(job, new AdvanceJob(job.id(), look.done(), look.total()));
        }
        return look.failure() != null || look.result() != null;
    }

    void pause(JobState job) {
        if (works.containsKey(job.kind())) {
            works.get(job.kind()).pause(job);
        }
    }

    void end(JobState job) {
        if (works.containsKey(job.kind())) {
            works.get(job.kind()).end(job);
        }
    }

    private void send(JobState job, JobCommand command) {
        commands.send(job.clientId(), RowBatches.ACTOR, job.correlationId(), command);
    }
}
