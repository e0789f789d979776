package io.seikyu.command.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of two command sides on one MongoDB one works a job; when it ends, the other goes on. */
@Timeout(300)
class HandoverIT {
    private static final int ROWS = 500;

    @TempDir
    Path data;

    @Test
    void whatOneBeganTheOtherEnds() throws Exception {
        try (TestMongo mongo = TestMongo.fresh();
                CommandServer two = CommandServer.start(data.resolve("two"), mongo.uri())) {
            String job;
            try (CommandServer one = CommandServer.start(data.resolve("one"), mongo.uri())) {
                job = upload(one);
                while (outcomes(one, job).isEmpty()) {
                    Thread.sleep(20);
                }
            }
            assertThat(outcomes(two, job)).hasSizeLessThan(ROWS);
            while (outcomes(two, job).size() < ROWS) {
                Thread.sleep(50);
            }

            List<RowOutcome> outcomes = outcomes(two, job);
            assertThat(outcomes.stream().map(RowOutcome::row))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, ROWS).boxed().toList());
            assertThat(outcomes.stream().map(RowOutcome::id)).doesNotHaveDuplicates();
            assertThat(outcomes.stream().map(RowOutcome::outcome)).isSubsetOf("APPROVED", "IN_REVIEW");
        }
    }

    private static String upload(CommandServer one) {
        one.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                .expect(201);
        one.post(CommandServer.ADMIN, "/v1/accounts", Bodies.account("acme", "a1"))
                .expect(201);
        one.post(CommandServer.ADMIN, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
        String file = IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> Bodies.invoice("acme", null, "HAND-" + row).toString())
                .collect(Collectors.joining("\n"));
        return one.post(
                        CommandServer.ADMIN,
                        "/v1/invoices:import?clientId=acme",
                        file,
                        "Content-Type",
                        "application/x-ndjson")
                .expect(202)
                .text("jobId");
    }

    private static List<RowOutcome> outcomes(CommandServer server, String job) {
        EventCodec codec = server.bean(EventCodec.class);
        List<RowOutcome> outcomes = new ArrayList<>();
        for (StoredEvent stored : server.log().readStream("acme/job/" + job, 0, 100)) {
            NewEvent event = stored.event();
            if (event.type().equals("job.rows-decided")) {
                JobRowsDecided decided = (JobRowsDecided) codec.decode(event.type(), event.revision(), event.payload());
                outcomes.addAll(decided.outcomes());
            }
        }
        return outcomes;
    }
}
