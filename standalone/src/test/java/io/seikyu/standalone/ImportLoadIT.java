package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How long a file of invoices takes ({@code -Dseikyu.imported=10000 -Dseikyu.payers=100}); says so and judges nothing. */
@Timeout(3600)
class ImportLoadIT {
    private static final int INVOICES = Integer.getInteger("seikyu.imported", 300);
    private static final int PAYERS = Integer.getInteger("seikyu.payers", 10);
    private static final String ADMIN = "sk_the-administrator-of-the-load-test";

    @TempDir
    private Path data;

    @Test
    void aFileOfInvoices() throws Exception {
        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "minato")) {
            seikyu.post("/v1/clients", sample("client.json").toString());
            for (int payer = 0; payer < PAYERS; payer++) {
                String id = "p" + payer;
                seikyu.post(
                        "/v1/accounts",
                        with(sample("accounts.json").get(0), "accountId", id).toString());
                seikyu.post(
                        "/v1/contracts",
                        with(sample("contracts.json").get(0), "contractId", id, "accountId", id)
                                .toString());
            }
            String file =
                    IntStream.range(0, INVOICES).mapToObj(ImportLoadIT::row).collect(Collectors.joining("\n"));
            Instant sent = Instant.now();
            seikyu.upload("/v1/invoices:import", "application/x-ndjson", file);
            Instant accepted = Instant.now();
            JsonNode done = seikyu.get("/v1/jobs").at("/items/0");
            while (!done.path("status").asString().equals("DONE")) {
                Thread.sleep(250);
                done = seikyu.get("/v1/jobs").at("/items/0");
            }
            Instant ended = Instant.parse(done.get("endedAt").asString());

            System.out.printf(
                    "%d invoices of %d payers: accepted after %d ms, done %.1f s later, %.0f a second%n",
                    INVOICES,
                    PAYERS,
                    Duration.between(sent, accepted).toMillis(),
                    Duration.between(accepted, ended).toMillis() / 1000.0,
                    INVOICES * 1000.0 / Duration.between(accepted, ended).toMillis());
            assertThat(done.get("done").asInt()).isEqualTo(INVOICES);
            System.out.println(done.get("counts"));
        }
    }

    private static String row(int row) {
        String payer = "p" + row % PAYERS;
        return with(
                        sample("invoices/inv-001.json"),
                        "invoiceId",
                        null,
                        "invoiceNumber",
                        "LOAD-" + row,
                        "dueDate",
                        "2026-06-01",
                        "accountId",
                        payer,
                        "contractId",
                        payer)
                .toString();
    }
}
