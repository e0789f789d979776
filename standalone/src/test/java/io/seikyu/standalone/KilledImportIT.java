package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The program is killed again and again while it works on a file ({@code -Dseikyu.import-kills=}): in the end every row
 * has one outcome and one invoice.
 */
@Timeout(3600)
class KilledImportIT {
    private static final int KILLS = Integer.getInteger("seikyu.import-kills", 3);
    private static final int ROWS = 400 * (KILLS + 1);
    private static final String ADMIN = "sk_the-administrator-of-the-killed-import";

    private final Random random = new Random(4);

    @TempDir
    private Path data;

    @Test
    void everyRowIsBookedOnceHoweverOftenTheProgramIsKilled() throws Exception {
        String job;
        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "minato")) {
            seikyu.post("/v1/clients", sample("client.json").toString());
            for (JsonNode account : sample("accounts.json")) {
                seikyu.post("/v1/accounts", account.toString());
            }
            for (JsonNode contract : sample("contracts.json")) {
                seikyu.post("/v1/contracts", contract.toString());
            }
            job = seikyu.upload("/v1/invoices:import", "application/x-ndjson", file())
                    .get("jobId")
                    .asString();
            KilledJob.killWhenFurther(seikyu, random);
        }
        for (int kill = 1; kill < KILLS; kill++) {
            try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "minato")) {
                KilledJob.killWhenFurther(seikyu, random);
            }
        }
        try (SeikyuProcess seikyu = SeikyuProcess.startOn(data, ADMIN, "minato")) {
            check(seikyu, job);
        }
    }

    private static String file() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(KilledImportIT::row).collect(Collectors.joining("\n"));
    }

    /** Every fifth is broken, every second names its id. */
    private static String row(int row) {
        return row % 5 == 0
                ? "{\"invoiceNumber\": \"KILL-" + row + "\"}"
                : with(
                                sample("invoices/inv-001.json"),
                                "invoiceId",
                                row % 2 == 0 ? "kill-" + row : null,
                                "invoiceNumber",
                                "KILL-" + row)
                        .toString();
    }

    private static void check(SeikyuProcess seikyu, String job) throws InterruptedException {
        List<JsonNode> rows = KilledJob.rowsWhenDone(seikyu, job);
        assertThat(rows).hasSize(ROWS);
        Set<String> ids = new HashSet<>();
        for (JsonNode row : rows) {
            boolean broken = row.get("row").asInt() % 5 == 0;
            assertThat(row.get("outcome").asString()).as(row.toString()).isEqualTo(broken ? "INVALID" : "DISCREPANT");
            assertThat(broken || ids.add(row.get("id").asString()))
                    .as(row.toString())
                    .isTrue();
        }
        List<JsonNode> invoices = KilledJob.all(seikyu, "/v1/invoices");
        assertThat(invoices.stream().map(invoice -> invoice.get("invoiceId").asString()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(invoices.stream().map(invoice -> invoice.get("invoiceNumber").asString()))
                .doesNotHaveDuplicates();
    }
}
