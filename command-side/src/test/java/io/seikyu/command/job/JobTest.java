package io.seikyu.command.job;

import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobCommand;
import io.seikyu.contract.job.JobCommand.AcceptJob;
import io.seikyu.contract.job.JobCommand.AdvanceJob;
import io.seikyu.contract.job.JobCommand.BeginJob;
import io.seikyu.contract.job.JobCommand.CancelJob;
import io.seikyu.contract.job.JobCommand.CloseJob;
import io.seikyu.contract.job.JobCommand.ConcludeJob;
import io.seikyu.contract.job.JobCommand.OpenJob;
import io.seikyu.contract.job.JobCommand.PauseJob;
import io.seikyu.contract.job.JobCommand.RecordRows;
import io.seikyu.contract.job.JobCommand.ResumeJob;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobAdvanced;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobCancelled;
import io.seikyu.contract.job.JobEvent.JobClosed;
import io.seikyu.contract.job.JobEvent.JobConcluded;
import io.seikyu.contract.job.JobEvent.JobDone;
import io.seikyu.contract.job.JobEvent.JobInputErased;
import io.seikyu.contract.job.JobEvent.JobOpened;
import io.seikyu.contract.job.JobEvent.JobPaused;
import io.seikyu.contract.job.JobEvent.JobResumed;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.RowOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final JobId ID = new JobId("acme", "j1");
    private static final JobOpened OPENED = new JobOpened("acme", "j1", "K", "text/csv");
    private static final JobAccepted ACCEPTED = new JobAccepted("acme", "j1", "K", "text/csv", 5, 100, "d");
    private static final JobBegun BEGUN =
            new JobBegun("acme", "j1", "K", "invoice", "IN_PLACE", 10, Map.of("from", "2026-01-01"));
    private static final JobPaused PAUSED = new JobPaused("acme", "j1");
    private static final JobCancelled CANCELLED = new JobCancelled("acme", "j1", "why");

    @Test
    void beginsWhenItsInputIsStored() {
        job().givenNoPriorActivity().when(new OpenJob(ID, "K", "text/csv")).expectEvents(OPENED);
        job(OPENED).when(new AcceptJob(ID, "text/csv", 5, 100, "d")).expectEvents(ACCEPTED);
        refused(job(OPENED), new PauseJob(ID), "job-not-found");
        refused(job(OPENED, ACCEPTED), new AcceptJob(ID, "text/csv", 5, 100, "d"), "already-exists");
    }

    @Test
    void tellsOfEachRowOnceAndEndsWithTheLast() {
        job(OPENED, ACCEPTED).when(new RecordRows(ID, rows(1, 3))).expectEvents(decided(1, 3));
        job(OPENED, ACCEPTED, decided(1, 3))
                .when(new RecordRows(ID, rows(2, 5)))
                .expectEvents(decided(4, 5), new JobDone("acme", "j1"));
        job(OPENED, ACCEPTED, decided(1, 3))
                .when(new RecordRows(ID, rows(1, 3)))
                .expectNoEvents();
        job(OPENED, ACCEPTED, decided(1, 3))
                .when(new RecordRows(ID, rows(5, 5)))
                .expectNoEvents();
    }

    @Test
    void oneWithoutRowsBeginsAtOnceAndEndsWithItsResult() {
        Map<String, Object> result = Map.of("valid", true);
        JobConcluded concluded = new JobConcluded("acme", "j1", result);
        job().givenNoPriorActivity()
                .when(new BeginJob(ID, "K", "invoice", "IN_PLACE", 10, Map.of("from", "2026-01-01")))
                .expectEvents(BEGUN);
        job(BEGUN).when(new AdvanceJob(ID, 4, 12)).expectEvents(advanced(4, 12));
        job(BEGUN, advanced(4, 12)).when(new AdvanceJob(ID, 4, 13)).expectNoEvents();
        job(BEGUN, advanced(4, 12)).when(new ConcludeJob(ID, result)).expectEvents(advanced(12, 12), concluded);
        job(BEGUN, advanced(10, 10), PAUSED).when(new ConcludeJob(ID, result)).expectEvents(concluded);
        job(BEGUN, advanced(10, 10), concluded)
                .when(new ConcludeJob(ID, result))
                .expectNoEvents();
        job(BEGUN, CANCELLED).when(new ConcludeJob(ID, result)).expectNoEvents();
        job(BEGUN, CANCELLED).when(new AdvanceJob(ID, 4, 12)).expectNoEvents();
        refused(job(BEGUN), new CloseJob(ID), "job-not-ended");
        job(BEGUN, CANCELLED).when(new CloseJob(ID)).expectEvents(new JobClosed("acme", "j1"));
    }

    private static JobAdvanced advanced(long done, long total) {
        return new JobAdvanced("acme", "j1", done, total);
    }

    @Test
    void waitsAndGoesOn() {
        job(OPENED, ACCEPTED).when(new PauseJob(ID)).expectEvents(PAUSED);
        job(OPENED, ACCEPTED, PAUSED).when(new PauseJob(ID)).expectNoEvents();
        job(OPENED, ACCEPTED, PAUSED).when(new ResumeJob(ID)).expectEvents(new JobResumed("acme", "j1"));
        job(OPENED, ACCEPTED).when(new ResumeJob(ID)).expectNoEvents();
    }

    @Test
    void tellsWhatWasUnderWayWhenItWasPausedOrCancelled() {
        job(OPENED, ACCEPTED, PAUSED).when(new RecordRows(ID, rows(1, 2))).expectEvents(decided(1, 2));
        job(OPENED, ACCEPTED, CANCELLED).when(new RecordRows(ID, rows(1, 5))).expectEvents(decided(1, 5));
    }

    @Test
    void doesNotChangeWhenItHasEnded() {
        job(OPENED, ACCEPTED).when(new CancelJob(ID, "why")).expectEvents(CANCELLED);
        job(OPENED, ACCEPTED, CANCELLED).when(new CancelJob(ID, "again")).expectNoEvents();
        refused(job(OPENED, ACCEPTED, CANCELLED), new ResumeJob(ID), "job-ended");
        refused(
                job(OPENED, ACCEPTED, decided(1, 5), new JobDone("acme", "j1")),
                new CancelJob(ID, "late"),
                "job-ended");
    }

    @Test
    void keepsItsInputWhileItIsNeeded() {
        JobInputErased erased = new JobInputErased("acme", "j1");
        refused(job(OPENED, ACCEPTED), new CloseJob(ID), "job-not-ended");
        refused(job(OPENED, ACCEPTED, PAUSED), new CloseJob(ID), "job-not-ended");
        job(OPENED, ACCEPTED, CANCELLED).when(new CloseJob(ID)).expectEvents(erased);
        job(OPENED, ACCEPTED, CANCELLED, erased).when(new CloseJob(ID)).expectNoEvents();
        job(OPENED).when(new CloseJob(ID)).expectEvents(erased);
        refused(job(OPENED, erased), new AcceptJob(ID, "text/csv", 5, 100, "d"), "upload-abandoned");
    }

    private static void refused(TestExecutor<Job> job, JobCommand command, String code) {
        job.when(command)
                .expectNoEvents()
                .expectException(matches(failure ->
                        failure instanceof Refusal refusal && refusal.code().equals(code)));
    }

    private static JobRowsDecided decided(int from, int to) {
        return new JobRowsDecided("acme", "j1", to, rows(from, to));
    }

    private static List<RowOutcome> rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(row -> new RowOutcome(row, "line " + row, "ISSUED", "i" + row, null, List.of()))
                .toList();
    }

    private static TestExecutor<Job> job(JobEvent... events) {
        TestExecutor<Job> executor = job().given();
        for (JobEvent event : events) {
            executor = executor.andGiven(event);
        }
        return executor;
    }

    private static AggregateTestFixture<Job> job() {
        return Fixtures.of(Job.class);
    }
}
