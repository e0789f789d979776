package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.directory.Directory;
import io.seikyu.command.receipt.ReceiptResult;
import io.seikyu.command.receipt.ReceiptStatus;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes to book and match transfers ({@code -Dseikyu.transfers=10000 -Dseikyu.payers=2000
 * -Dseikyu.open=20000}); says so and judges no time.
 */
@Timeout(3600)
class MatchingLoadIT {
    private static final int TRANSFERS = Integer.getInteger("seikyu.transfers", 60);
    private static final int PAYERS = Integer.getInteger("seikyu.payers", 12);
    private static final int OPEN = Integer.getInteger("seikyu.open", 120);
    private static final int THREADS = 8;
    private static final String KANA = "アカサタナハマヤラワ";

    @TempDir
    private Path data;

    private RunningSeikyu seikyu;

    @Test
    void transfersAgainstManyOpenInvoices() throws Exception {
        try (RunningSeikyu running = RunningSeikyu.on(data)) {
            seikyu = running;
            // what the review would doubt is no matter here
            seikyu.send(
                    "PUT",
                    "/v1/policies/review/default",
                    seikyu.admin,
                    "application/yaml",
                    "rules: {contract-on-file: {}, contract-in-force: {}}".getBytes(StandardCharsets.UTF_8));
            post("/v1/clients", """
                    {"clientId": "aoyama", "name": "株式会社青山", "registrationNumber": "T4234567890012",
                     "corporate": true, "email": "billing@aoyama.example", "bankAccount":
                     {"bank": "9990", "branch": "101", "kind": "1", "number": "1234567", "holder": "ｶ)ｱｵﾔﾏ"}}
                    """);
            each(PAYERS, this::payer);
            each(OPEN, this::issue);
            seikyu.bean(Directory.class).await(seikyu.log().head(), Duration.ofMinutes(10));
            OwnCommands commands = seikyu.bean(OwnCommands.class);
            ReceiptStatus[] done = new ReceiptStatus[TRANSFERS];
            long head = seikyu.log().head();
            long began = System.nanoTime();
            each(TRANSFERS, i -> {
                ReceiptResult result = commands.send("aoyama", "load", null, transfer(i));
                done[i] = result.status();
            });
            double seconds = (System.nanoTime() - began) / 1e9;
            long allocated = List.of(done).stream()
                    .filter(ReceiptStatus.ALLOCATED::equals)
                    .count();
            System.out.printf(
                    "%d transfers, %d open invoices of %d payers: %.1f s, %.0f a second, %d allocated, %d events%n",
                    TRANSFERS,
                    OPEN,
                    PAYERS,
                    seconds,
                    TRANSFERS / seconds,
                    allocated,
                    seikyu.log().head() - head);
            assertThat(allocated)
                    .isEqualTo(IntStream.range(0, TRANSFERS)
                            .filter(MatchingLoadIT::isKnown)
                            .count());
        }
    }

    /** One in ten is from somebody whom nobody knows. */
    private static boolean isKnown(int transfer) {
        return transfer % 10 < 9;
    }

    private static RecordReceipt transfer(int i) {
        return new RecordReceipt(
                new ReceiptId("aoyama", "r" + i),
                LocalDate.of(2026, 7, 20),
                BigDecimal.valueOf(amount(i % OPEN)),
                isKnown(i) ? "カ)" + name(i % OPEN % PAYERS) : "シラナイ ヒト",
                Method.TRANSFER,
                null,
                null,
                null,
                null,
                new ReceiptSource(ReceiptSource.Kind.BANK_FILE, "main", "load", "r" + i));
    }

    /** Different for each invoice of a payer. */
    private static int quantity(int invoice) {
        return 3 + 7 * (invoice / PAYERS) + invoice % PAYERS % 5;
    }

    private static long amount(int invoice) {
        return quantity(invoice) * 11_000L;
    }

    private static String name(int payer) {
        StringBuilder name = new StringBuilder("ケンシヨウ");
        for (char digit : String.format("%05d", payer).toCharArray()) {
            name.append(KANA.charAt(digit - '0'));
        }
        return name.toString();
    }

    private void payer(int i) {
        post("/v1/accounts", """
                {"accountId": "p%d", "clientId": "aoyama", "name": "検証%d株式会社", "nameKana": "カブシキガイシャ%s",
                 "corporate": true}
                """.formatted(i, i, name(i)));
        post("/v1/contracts", """
                {"contractId": "c%d", "clientId": "aoyama", "accountId": "p%d", "effectiveFrom": "2026-04-01",
                 "pricesIncludeTax": false, "rounding": "FLOOR",
                 "items": [{"code": "HOST", "description": "Hosting", "unitPrice": "10000", "taxCategory": "STANDARD"}],
                 "expenses": [],
                 "terms": {"closingDay": "EOM", "monthOffset": 1, "payDay": "EOM", "shift": "NEXT"},
                 "lateInterest": {"rate": "14.6", "dayCount": "D365"},
                 "transferFee": {"deductible": true, "cap": "880"},
                 "claimHolder": "AGENT", "subcontractLaw": false}
                """.formatted(i, i));
    }

    private void issue(int i) {
        int quantity = quantity(i);
        LocalDate day = LocalDate.of(2026, 5, 1).plusDays(i / PAYERS);
        post("/v1/invoices", """
                {"invoiceId": "i%d", "invoiceNumber": "N-%d", "clientId": "aoyama", "accountId": "p%d",
                 "contractId": "c%d", "transactionFrom": "%s", "transactionTo": "%s",
                 "issueDate": "2026-06-01", "dueDate": "2026-06-30",
                 "issuer": {"name": "株式会社青山", "registrationNumber": "T4234567890012"},
                 "recipient": {"name": "検証%d株式会社"},
                 "lines": [{"kind": "ITEM", "code": "HOST", "description": "Hosting", "quantity": "%d",
                            "unitPrice": "10000", "amount": "%d", "taxCategory": "STANDARD"}],
                 "taxes": [{"taxCategory": "STANDARD", "rate": "10", "taxable": "%d", "tax": "%d"}],
                 "total": "%d"}
                """.formatted(
                        i,
                        i,
                        i % PAYERS,
                        i % PAYERS,
                        day,
                        day,
                        i % PAYERS,
                        quantity,
                        quantity * 10_000,
                        quantity * 10_000,
                        quantity * 1_000,
                        quantity * 11_000));
        post("/v1/invoices/i" + i + "/issue", "{\"deliverBy\": \"CLIENT\"}");
    }

    private void post(String path, String body) {
        seikyu.done(path, seikyu.admin, JsonMapper.shared().readTree(body), "Seikyu-Client", "aoyama");
    }

    private static void each(int count, IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                        for (int i = thread; i < count; i += THREADS) {
                            work.accept(i);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
