package io.seikyu.query.ageing;

import static io.seikyu.query.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.seikyu.contract.Event;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.query.RunningQuerySide;
import io.seikyu.query.Samples;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Questions that go through all claims, when there are many: the sums are right. How many open claims there are is said by
 * {@code seikyu.claims}; beside them stand half as many that were paid. How long each question takes is printed; no time is
 * judged.
 */
@Timeout(3600)
class ManyClaimsIT {
    private static final int OPEN = Integer.getInteger("seikyu.claims", 600);
    private static final int TURNS = Integer.getInteger("seikyu.turns", 3);
    private static final int PAYERS = 200;
    private static final int AT_ONCE = 500;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    @TempDir
    private Path data;

    @Test
    void everyClaimIsInEverySum() {
        try (RunningQuerySide server = new RunningQuerySide(data)) {
            server.log().append(stream("acme", "client", "acme"), Samples.client("acme"));
            fill(server);
            long began = System.nanoTime();
            reflecting(server, "/v1/ageing?clientId=acme&asOf=2026-01-01");
            System.out.printf(
                    Locale.ROOT, "%d claims: views after %.1f s%n", OPEN * 3 / 2, (System.nanoTime() - began) / 1e9);

            JsonNode ageing = timed(server, "ageing", "/v1/ageing?clientId=acme&asOf=2026-12-01");
            assertThat(ageing.at("/total/total").asLong()).isEqualTo(1_000L * OPEN);
            assertThat(ageing.get("accounts")).hasSize(Math.min(PAYERS, OPEN));
            JsonNode past = timed(
                    server,
                    "ageing, as known once",
                    "/v1/ageing?clientId=acme&asOf=2026-12-01&knownAt=2025-01-01T00:00:00Z");
            assertThat(past.at("/total/total").asLong()).isZero();
            timed(server, "ageing of one payer", "/v1/ageing?clientId=acme&asOf=2026-12-01&accountId=p7");
            JsonNode forecast =
                    timed(server, "cash forecast", "/v1/cash-forecast?clientId=acme&knownAt=2026-12-01T00:00:00Z");
            assertThat(forecast.get("total").asLong()).isEqualTo(1_000L * OPEN);
            JsonNode trends =
                    timed(server, "payment trends", "/v1/payment-trends?clientId=acme&from=2026-01-01&to=2026-12-01");
            assertThat(trends.at("/buckets/11/open").asLong()).isEqualTo(1_000L * OPEN);
            timed(
                    server,
                    "effects of reminders",
                    "/v1/dunning-effectiveness?clientId=acme&from=2026-01-01&to=2026-12-01");
        }
    }

    private static JsonNode timed(RunningQuerySide server, String what, String path) {
        long[] nanos = new long[TURNS];
        JsonNode answer = null;
        long worked = cpu();
        for (int i = 0; i < TURNS; i++) {
            long began = System.nanoTime();
            answer = server.json(RunningQuerySide.ADMIN_KEY, path);
            nanos[i] = System.nanoTime() - began;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: first %.2f s, median %.2f s of %d; processor %.2f s each%n",
                what,
                first / 1e9,
                nanos[TURNS / 2] / 1e9,
                TURNS,
                (cpu() - worked) / 1e9 / TURNS);
        return answer;
    }

    /** Of this process, which is less at the mercy of what else the machine does than the time that passes. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Waits as long as it takes. */
    private static void reflecting(RunningQuerySide server, String path) {
        HttpResponse<String> answer;
        do {
            answer = server.get(RunningQuerySide.ADMIN_KEY, server.atHead(path));
        } while (answer.statusCode() == 503);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void fill(RunningQuerySide server) {
        Map<String, List<Event>> streams = new LinkedHashMap<>();
        for (int i = 0; i < OPEN * 3 / 2; i++) {
            String id = "i" + i;
            LocalDate issued = FIRST.plusDays(i % 90);
            LocalDate due = issued.plusDays(30 + i % 60);
            List<Event> events = new ArrayList<>(List.of(
                    new InvoiceSubmitted("acme", id, document(id, "p" + i % PAYERS), 1, false, false),
                    new InvoiceIssued("acme", id, issued, due, BigDecimal.valueOf(1_000))));
            if (i >= OPEN) {
                LocalDate paid = due.minusDays(25).plusDays(i % 7);
                events.add(new PaymentReceived("acme", id, "r" + id, paid, BigDecimal.valueOf(1_000), BigDecimal.ZERO));
                events.add(new InvoicePaid("acme", id, paid));
            }
            streams.put(stream("acme", "invoice", id), events);
            if (streams.size() == AT_ONCE) {
                server.log().begin(Instant.parse("2026-04-30T00:00:00Z"), "acme", streams);
                streams.clear();
            }
        }
        if (!streams.isEmpty()) {
            server.log().begin(Instant.parse("2026-04-30T00:00:00Z"), "acme", streams);
        }
    }

    private static InvoiceDocument document(String id, String payer) {
        InvoiceDocument sample = Samples.document(id, 1_000);
        return new InvoiceDocument(
                sample.invoiceNumber(),
                payer,
                sample.contractId(),
                sample.kind(),
                sample.transactionFrom(),
                sample.transactionTo(),
                sample.issueDate(),
                sample.dueDate(),
                sample.issuer(),
                sample.recipient(),
                sample.lines(),
                sample.adjustments(),
                sample.taxes(),
                sample.total(),
                sample.prepaidRefs(),
                null,
                null,
                sample.precedingInvoices(),
                null);
    }
}
