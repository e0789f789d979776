package io.seikyu.query.rendition;

import static io.seikyu.query.Samples.accountDetails;
import static io.seikyu.query.Samples.approved;
import static io.seikyu.query.Samples.client;
import static io.seikyu.query.Samples.clientDetails;
import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.reviewed;
import static io.seikyu.query.Samples.stream;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.contract.ContractEvent.ContractAmended;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.contract.ContractTerms.TransferFee;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.pint.PintReader;
import io.seikyu.documents.pint.PintReading;
import io.seikyu.query.RunningQuerySide;
import io.seikyu.query.TestLog;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RenditionIT {
    private static final String ACME = "sk_acme-of-renditions";
    private static final String BETA = "sk_beta-of-renditions";

    private static RunningQuerySide server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = new RunningQuerySide(data);
        server.issueKey(ACME, "acme", List.of(), Role.CLIENT);
        server.issueKey(BETA, "beta", List.of(), Role.CLIENT);
        TestLog log = server.log();
        log.append(stream("acme", "client", "acme"), client("acme"));
        log.append(stream("beta", "client", "beta"), client("beta"));
        log.append(stream("acme", "account", "a1"), new AccountOpened("acme", "a1", payer("山田商店", "T4011001098993")));
        log.append(stream("acme", "contract", "c1"), new ContractConcluded("acme", "c1", terms(false)));
        log.append(
                stream("acme", "invoice", "i1"),
                submitted("acme", "i1", 1_000),
                reviewed("acme", "i1", 1, Outcome.APPROVED, 0));
        log.append(stream("acme", "invoice", "i1"), approved("acme", "i1", 1), issued("acme", "i1", 1_100));
        log.append(
                stream("acme", "invoice", "i2"),
                submitted("acme", "i2", 1_000),
                reviewed("acme", "i2", 1, Outcome.IN_REVIEW, 1));
        // all of it amended after the day of issue
        LocalDate later = LocalDate.of(2026, 5, 2);
        log.append(stream("acme", "client", "acme"), new ClientAmended("acme", later, "moved", clientDetails("後株式会社")));
        log.append(
                stream("acme", "account", "a1"),
                new AccountAmended("acme", "a1", later, "married", payer("佐藤商店", null)));
        log.append(stream("acme", "contract", "c1"), new ContractAmended("acme", "c1", later, "gross", terms(true)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anIssuedInvoiceIsAPaperAsOfTheDayOfIssue() throws IOException {
        HttpResponse<byte[]> answer = get(ACME, "i1", "application/pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("invoice-N-i1.pdf"));
        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        assertThat(answer.headers().firstValue("ETag"))
                .isEqualTo(get(ACME, "i1", "application/json").headers().firstValue("ETag"));
        assertThat(answer.headers().firstValue("Seikyu-Position")).isPresent();
        assertThat(text(answer.body()))
                .contains("請求書", "山田商店 様", "登録番号 T7000012050002", "単価および金額は税抜です。")
                .containsPattern("10%対象\\s+¥1,000\\s+¥100")
                .doesNotContain("佐藤");
    }

    @Test
    void anIssuedInvoiceIsJpPintThatTheRulesAndOurOwnReaderTake() {
        HttpResponse<byte[]> answer = get(ACME, "i1", "application/xml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
        PintReading reading = PintReader.read(answer.body());
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.invoice().orElseThrow().document("a1", "c1", false).payable())
                .isEqualByComparingTo("1100");
    }

    @Test
    void whatWasNotIssuedIsNoDocumentYet() {
        for (String type : List.of("application/pdf", "application/xml")) {
            HttpResponse<byte[]> answer = get(ACME, "i2", type);

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"not-issued\"", "IN_REVIEW");
        }
    }

    @Test
    void whatBelongsToAnotherClientDoesNotExist() {
        assertThat(get(BETA, "i1", "application/pdf").statusCode()).isEqualTo(404);
        assertThat(get(BETA, "i1", "application/xml").statusCode()).isEqualTo(404);
        assertThat(get("sk_nobody", "i1", "application/pdf").statusCode()).isEqualTo(401);
    }

    @Test
    void jsonStaysWhatIsAnsweredToEverybodyElse() {
        for (String type :
                List.of("*/*", "application/json", "application/*+json, application/json;q=0.5, */*;q=0.1")) {
            assertThat(get(ACME, "i1", type)
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .as(type)
                    .startsWith("application/json");
        }
        assertThat(get(ACME, "i1", "image/png").statusCode()).isEqualTo(406);
        assertThat(server.get(ACME, "/v1/invoices/i1").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> get(String key, String id, String type) {
        return server.send(
                server.request(key, server.atHead("/v1/invoices/" + id)).header("Accept", type),
                BodyHandlers.ofByteArray());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static AccountDetails payer(String name, String registrationNumber) {
        AccountDetails d = accountDetails(name);
        return new AccountDetails(
                d.name(),
                d.nameKana(),
                d.corporate(),
                null,
                registrationNumber,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static ContractTerms terms(boolean gross) {
        return new ContractTerms(
                "a1",
                LocalDate.of(2026, 1, 1),
                null,
                gross,
                Rounding.FLOOR,
                List.of(new Item("HOSTING", "Hosting", BigDecimal.valueOf(1_000), TaxCategory.STANDARD, null)),
                List.of(),
                new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT),
                new LateInterest(null, DayCount.D365),
                new TransferFee(false, BigDecimal.ZERO),
                ClaimHolder.AGENT,
                null,
                false,
                null,
                null,
                null);
    }
}
