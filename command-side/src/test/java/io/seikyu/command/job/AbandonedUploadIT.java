package io.seikyu.command.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.JobCommand.AcceptJob;
import io.seikyu.contract.job.JobCommand.OpenJob;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.projection.LiveProjection;
import io.seikyu.web.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;

/** What an upload that broke off left in the log cannot be read for long. */
@Timeout(120)
class AbandonedUploadIT {
    private static final JobId ID = new JobId("acme", "broken-off");

    @TempDir
    Path data;

    @Test
    void isErasedAfterAnHourAndNeverBecomesAJob() throws Exception {
        try (CommandServer server = CommandServer.start(data)) {
            OwnCommands commands = server.bean(OwnCommands.class);
            JobInput input = server.bean(JobInput.class);
            SubjectKeys keys = server.bean(SubjectKeys.class);
            commands.send("acme", "somebody", null, new OpenJob(ID, "INVOICE_IMPORT", "text/csv"));
            input.add(ID, 0, List.of(new InputRow(1, "line 2", "JSON", "山田 太郎", null)), "somebody", "c");
            LiveProjection<OpenJobs.OpenJob> list = server.bean(OpenWork.class).of(OpenJobs.class);
            assertThat(list.await(server.log().head(), Duration.ofSeconds(30))).isTrue();

            work(server, list, Duration.ofMinutes(59), () -> Thread.sleep(1_000));
            assertThat(input.part(ID, 0)).isPresent();

            work(server, list, Duration.ofMinutes(61), () -> {
                while (keys.find(ID.toString()).isPresent()) {
                    Thread.sleep(20);
                }
                while (!server.log().readStream(ID.toString(), 1, 1).stream()
                        .anyMatch(stored -> stored.event().type().equals("job.input-erased"))) {
                    Thread.sleep(20);
                }
            });
            assertThat(codeOf(() ->
                            commands.send("acme", "somebody", null, new AcceptJob(ID, "text/csv", 1, 1, "digest"))))
                    .isEqualTo("upload-abandoned");
        }
    }

    /** As if so much time had passed. */
    private static void work(CommandServer server, LiveProjection<OpenJobs.OpenJob> list, Duration later, Waiting until)
            throws Exception {
        CachingRepository<Job, JobState> jobs =
                server.bean(ResolvableType.forClassWithGenerics(CachingRepository.class, Job.class, JobState.class));
        JobInput input = server.bean(JobInput.class);
        OwnCommands commands = server.bean(OwnCommands.class);
        RowBatches batches = new RowBatches(List.of(), input, commands);
        JobRunner runner = new JobRunner(
                list,
                jobs,
                batches,
                new LongWorks(List.of(), commands),
                input,
                commands,
                Clock.offset(Clock.systemUTC(), later),
                Duration.ofMillis(100));
        runner.start();
        until.run();
        runner.stop();
    }

    private static String codeOf(Runnable refused) {
        try {
            refused.run();
            return "";
        } catch (ProblemException problem) {
            return problem.code();
        }
    }

    private interface Waiting {
        void run() throws Exception;
    }
}
