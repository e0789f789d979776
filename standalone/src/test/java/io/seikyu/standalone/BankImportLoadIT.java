package io.seikyu.standalone;

import static io.seikyu.standalone.RunningSeikyu.sample;
import static io.seikyu.standalone.RunningSeikyu.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.documents.bank.BankFileWriter;
import io.seikyu.documents.bank.BankFileWriter.Account;
import io.seikyu.documents.bank.BankFileWriter.Section;
import io.seikyu.documents.bank.BankFileWriter.Transfer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * How long a bank's file takes ({@code -Dseikyu.transfers=10000 -Dseikyu.bank-payers=2000 -Dseikyu.open-invoices=10}): one
 * transfer for each of so many open invoices, of which each payer has several. Says so and judges nothing.
 */
@Timeout(7200)
class BankImportLoadIT {
    private static final int TRANSFERS = Integer.getInteger("seikyu.transfers", 60);
    private static final int PAYERS = Integer.getInteger("seikyu.bank-payers", 12);
    /** Of each payer; one for each month at most. */
    private static final int INVOICES = Math.min(10, Integer.getInteger("seikyu.open-invoices", 5));

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String ADMIN = "sk_the-administrator-of-the-bank-load-test";
    private static final String SYLLABLES = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ";

    @TempDir
    private Path data;

    @Test
    void aBanksFile() throws Exception {
        try (SeikyuProcess seikyu = SeikyuProcess.startForLoadOn(data, ADMIN, "minato")) {
            masterData(seikyu);
            String invoices = IntStream.range(0, INVOICES)
                    .boxed()
                    .flatMap(month -> IntStream.range(0, PAYERS).mapToObj(payer -> invoice(payer, month)))
                    .collect(Collectors.joining("\n"));
            JsonNode handedIn = ended(seikyu, seikyu.upload("/v1/invoices:import", "application/x-ndjson", invoices));
            System.out.println(handedIn.get("counts") + " invoices of " + PAYERS + " payers");

            byte[] file = BankFileWriter.zengin01(
                    new Section(new Account("0001", "123", 1, "1234567"), DAY, DAY, transfers()), "\r\n", "");
            Duration used = seikyu.processorTime();
            Instant sent = Instant.now();
            JsonNode accepted = seikyu.upload("/v1/receipts:import?format=zengin-01", "text/plain", file);
            Instant taken = Instant.now();
            JsonNode done = ended(seikyu, accepted);
            Duration processor = seikyu.processorTime().minus(used);
            Instant end = Instant.parse(done.get("endedAt").asString());

            System.out.printf(
                    "%d transfers: accepted after %d ms, done %.1f s later, %.0f a second, %.1f s of processor time, %s%n",
                    TRANSFERS,
                    Duration.between(sent, taken).toMillis(),
                    Duration.between(taken, end).toMillis() / 1000.0,
                    TRANSFERS
                            * 1000.0
                            / Math.max(1, Duration.between(taken, end).toMillis()),
                    processor.toMillis() / 1000.0,
                    done.get("counts"));
            assertThat(done.get("done").asInt()).isEqualTo(TRANSFERS + 1);
            assertThat(done.at("/counts/COVERED").asInt()).isEqualTo(1);
            assertThat(done.at("/counts/FAILED").asInt(0)).isZero();
        }
    }

    private static void masterData(SeikyuProcess seikyu) {
        seikyu.post(
                "/v1/clients",
                with(sample("client.json"), "email", "a@b.example")
                        .put("autoIssue", true)
                        .toString());
        seikyu.post("/v1/sending/stop", "{\"clientId\": \"minato\", \"reason\": \"nobody is to be written to\"}");
        seikyu.post("/v1/bank-accounts", """
                {"bankAccountId": "main", "owner": "CLIENT", "bank": "0001", "branch": "123", "kind": "1",
                 "number": "1234567", "holder": "x", "bookingFormat": "zengin-01"}""");
        for (int payer = 0; payer < PAYERS; payer++) {
            seikyu.post("/v1/accounts", """
                    {"accountId": "p%d", "name": "%s", "nameKana": "%s", "corporate": true, "payerNames": ["%s"]}
                    """.formatted(payer, "第%d商会株式会社".formatted(payer), name(payer), name(payer)));
            seikyu.post("/v1/contracts", """
                    {"contractId": "p%d", "accountId": "p%d", "effectiveFrom": "2026-01-01", "pricesIncludeTax": false,
                     "rounding": "FLOOR", "items": [{"code": "X", "description": "品", "unitPrice": "100",
                     "taxCategory": "STANDARD"}], "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM",
                     "shift": "NONE"}, "lateInterest": {"dayCount": "D365"}, "transferFee": {"deductible": true,
                     "cap": "880"}, "claimHolder": "AGENT", "subcontractLaw": false, "collectionAccountId": "main"}
                    """.formatted(payer, payer));
        }
    }

    private static String invoice(int payer, int month) {
        LocalDate from = LocalDate.of(2026, month + 1, 1);
        LocalDate to = from.withDayOfMonth(from.lengthOfMonth());
        LocalDate due = from.plusMonths(1).withDayOfMonth(from.plusMonths(1).lengthOfMonth());
        long quantity = quantity(payer, month);
        return """
                {"invoiceNumber": "L%d-%d", "accountId": "p%d", "contractId": "p%d", "transactionFrom": "%s",
                 "transactionTo": "%s", "issueDate": "%s", "dueDate": "%s", "issuer": {"name": "株式会社みなと商会",
                 "registrationNumber": "T4234567890012"}, "recipient": {"name": "第%d商会株式会社"}, "lines": [{"kind":
                 "ITEM", "code": "X", "description": "品", "quantity": "%d", "unitPrice": "100", "amount": "%d",
                 "taxCategory": "STANDARD"}], "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "%d",
                 "tax": "%d"}], "total": "%d"}""".formatted(
                        payer,
                        month,
                        payer,
                        payer,
                        from,
                        to,
                        to,
                        due,
                        payer,
                        quantity,
                        quantity * 100,
                        quantity * 100,
                        quantity * 10,
                        quantity * 110)
                .replace("\n", "");
    }

    /**
     * Near each other, so that no amount is unusual, and different for each month: by 1,430 yen, which is above the cap of
     * the fee. With less, what pays one month in full pays the next one short by a fee, and is a person's to tell.
     */
    private static long quantity(int payer, int month) {
        return 200 + payer % 50 + month * 13L;
    }

    private static List<Transfer> transfers() {
        List<Transfer> transfers = new ArrayList<>();
        for (int n = 0; n < TRANSFERS; n++) {
            int payer = n % PAYERS;
            int month = n / PAYERS % INVOICES;
            transfers.add(Transfer.of(DAY, quantity(payer, month) * 110, name(payer), "" + n));
        }
        return transfers;
    }

    private static String name(int payer) {
        Random random = new Random(payer);
        StringBuilder name = new StringBuilder("ｶ)");
        for (int i = 0; i < 9; i++) {
            name.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return name.toString();
    }

    private static JsonNode ended(SeikyuProcess seikyu, JsonNode accepted) throws InterruptedException {
        String path = "/v1/jobs/" + accepted.get("jobId").asString();
        JsonNode job = seikyu.get(path);
        while (!job.path("status").asString().equals("DONE")) {
            Thread.sleep(250);
            job = seikyu.get(path);
        }
        return job;
    }
}
