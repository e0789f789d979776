package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.documents.bank.BankFileWriter;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The program is killed again and again while it works on a bank's file ({@code -Dseikyu.bank-import-kills=}): in the end
 * every transfer is one receipt, what was taken back is reversed once, and the account is covered.
 */
@Timeout(3600)
class KilledBankImportIT {
    private static final int KILLS = Integer.getInteger("seikyu.bank-import-kills", 3);
    private static final int TRANSFERS = 600 * (KILLS + 1);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String ADMIN = "sk_the-administrator-of-the-killed-bank-import";

    private final Random random = new Random(38);

    @TempDir
    private Path data;

    @Test
    void everyTransferIsBookedOnceHoweverOftenTheProgramIsKilled() throws Exception {
        String job;
        try (SeikyuProcess seikyu = start()) {
            seikyu.post("/v1/clients", sample("client.json").toString());
            seikyu.post("/v1/bank-accounts", """
                    {"bankAccountId": "main", "owner": "CLIENT", "bank": "0001", "branch": "123", "kind": "1",
                     "number": "1234567", "holder": "x", "bookingFormat": "zengin-01"}""");
            job = upload(seikyu);
            KilledJob.killWhenFurther(seikyu, random);
        }
        for (int kill = 1; kill < KILLS; kill++) {
            try (SeikyuProcess seikyu = start()) {
                assertThat(upload(seikyu)).isEqualTo(job);
                KilledJob.killWhenFurther(seikyu, random);
            }
        }
        try (SeikyuProcess seikyu = start()) {
            check(seikyu, job);
        }
    }

    private SeikyuProcess start() throws Exception {
        return SeikyuProcess.startOn(data, ADMIN, "minato");
    }

    private static String upload(SeikyuProcess seikyu) {
        return seikyu.upload("/v1/receipts:import?format=zengin-01", "application/octet-stream", file())
                .get("jobId")
                .asString();
    }

    private static byte[] file() {
        List<Transfer> transfers = IntStream.range(0, TRANSFERS)
                .mapToObj(KilledBankImportIT::transfer)
                .toList();
        return BankFileWriter.zengin01(
                new Section(new Account("0001", "123", 1, "1234567"), DAY, DAY, transfers), "\r\n", "");
    }

    /** Every tenth equals the one before, every twentieth but one takes back the one before. */
    private static Transfer transfer(int n) {
        if (n % 20 == 9) {
            return transfer(n - 1);
        }
        if (n % 20 == 19) {
            return transfer(n - 1).takenBack();
        }
        return Transfer.of(DAY, 1000 + n, "ｼﾊﾗｲﾆﾝ" + n % 7, "" + n);
    }

    private static void check(SeikyuProcess seikyu, String job) throws InterruptedException {
        List<JsonNode> rows = KilledJob.rowsWhenDone(seikyu, job);
        assertThat(rows).hasSize(TRANSFERS + 1);
        for (int n = 0; n < TRANSFERS; n++) {
            assertThat(rows.get(n).get("outcome").asString())
                    .as(rows.get(n).toString())
                    .isEqualTo(n % 20 == 19 ? "REVERSED" : "UNMATCHED");
        }
        assertThat(rows.get(TRANSFERS).get("outcome").asString()).isEqualTo("COVERED");
        List<JsonNode> receipts = KilledJob.all(seikyu, "/v1/receipts");
        assertThat(receipts).hasSize(TRANSFERS - TRANSFERS / 20);
        assertThat(receipts.stream()
                        .filter(receipt -> receipt.get("status").asString().equals("REVERSED")))
                .hasSize(TRANSFERS / 20);
        assertThat(seikyu.get("/v1/bank-accounts/main").at("/coverage/through").asString())
                .isEqualTo("2026-06-30");
    }
}
