package io.seikyu.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Bodies;
import io.seikyu.command.CommandServer;
import io.seikyu.command.Parallel;
import io.seikyu.command.job.JobState;
import io.seikyu.command.job.JobStatus;
import io.seikyu.command.job.RowWork;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.StoredCommit;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever works a row, and however many at once: it is booked once, and all say the same of it. */
class RowsOnceIT {
    @TempDir
    static Path data;

    static CommandServer server;

    @BeforeAll
    static void start() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", false))
                .expect(201);
        server.post(CommandServer.ADMIN, "/v1/accounts", Bodies.account("acme", "a1"))
                .expect(201);
        server.post(CommandServer.ADMIN, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void twoWhoWorkOneRowBookOneInvoice() throws Exception {
        RowWork work = server.bean(InvoiceRows.class);
        for (int round = 1; round <= 20; round++) {
            InputRow row = row(round, round % 2 == 0 ? "once-" + round : null, "ONCE-" + round);
            JobState job = job("j" + round);
            assertThat(work.workedBefore(job, row)).isNull();

            List<RowOutcome> outcomes =
                    Parallel.times(4, i -> work.prepare(job, row).work().get());

            assertThat(new HashSet<>(outcomes)).as("round %d", round).hasSize(1);
            assertThat(outcomes.get(0).outcome()).isIn("APPROVED", "IN_REVIEW");
            assertThat(work.workedBefore(job, row)).isEqualTo(outcomes.get(0));
            assertThat(submitted("ONCE-" + round)).isEqualTo(1);
        }
    }

    @Test
    void twoFilesWithOneInvoiceBookItOnce() throws Exception {
        RowWork work = server.bean(InvoiceRows.class);
        for (int round = 1; round <= 20; round++) {
            InputRow row = row(round, round % 2 == 0 ? "twice-" + round : null, "TWICE-" + round);
            int number = round;

            List<RowOutcome> outcomes = Parallel.times(
                    4,
                    i -> work.prepare(job("f" + i + "-" + number), row).work().get());

            assertThat(outcomes.stream().map(RowOutcome::outcome).filter(outcome -> outcome.equals("ALREADY_THERE")))
                    .as("round %d: %s", round, outcomes)
                    .hasSize(3);
            assertThat(submitted("TWICE-" + round)).isEqualTo(1);
        }
    }

    private static long submitted(String number) {
        long found = 0;
        for (long position = 0; position <= server.log().head(); ) {
            for (StoredCommit commit : server.log().read(position, 500)) {
                found += commit.commit().events().stream()
                        .filter(event -> event.type().equals("invoice.submitted"))
                        .filter(event -> new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8)
                                .contains('"' + number + '"'))
                        .count();
                position = commit.lastPosition() + 1;
            }
        }
        return found;
    }

    private static InputRow row(int row, String id, String number) {
        String body = Bodies.invoice("acme", id, number).toString();
        return new InputRow(row, "line " + row, "JSON", body, null);
    }

    private static JobState job(String id) {
        return new JobState(
                "acme",
                id,
                "INVOICE_IMPORT",
                null,
                null,
                JobStatus.RUNNING,
                "somebody",
                "correlation",
                true,
                99,
                0,
                null,
                false);
    }
}
