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
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.contract.ContractEvent.ContractAmended;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.contract.ContractTerms.TransferFee;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.creditnote.CreditNoteDocument.Ground;
import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
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
import java.util.Map;
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
        log.append(
                stream("acme", "credit-note", "c-issued"),
                new CreditNoteSubmitted("acme", "c-issued", "a1", credit("CN-1"), 1),
                new CreditNoteIssued(
                        "acme",
                        "c-issued",
                        "a1",
                        "i1",
                        LocalDate.of(2026, 5, 2),
                        "seen",
                        BigDecimal.valueOf(110),
                        BigDecimal.ZERO,
                        Excess.KEEP));
        log.append(
                stream("acme", "credit-note", "c-new"),
                new CreditNoteSubmitted("acme", "c-new", "a1", credit("CN-2"), 1));
        // all of it amended after the invoice's day of issue
        LocalDate later = LocalDate.of(2026, 5, 2);
        log.append(stream("acme", "client", "acme"), new ClientAmended("acme", later, "moved", moved()));
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
                .contains("請求書", "山田商店 様", "登録番号 T7000012050002", "単価および金額は税抜です。", "a@example.jp")
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
    void anIssuedCreditNoteIsAPaperAsOfItsOwnDayOfIssue() throws IOException {
        HttpResponse<byte[]> answer = credit(ACME, "c-issued", "application/pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("credit-note-CN-1.pdf"));
        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        assertThat(text(answer.body()))
                .contains("適格返還請求書 CN-1", "登録番号 T7000012050002", "対象請求書 N-i1", "返還日 2026年5月1日")
                .contains("later@seikyu.example")
                .containsPattern("10%対象\\s+¥100\\s+¥10");
        HttpResponse<byte[]> json = credit(ACME, "c-issued", "*/*");
        assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(json.headers().firstValue("ETag")).isEqualTo(answer.headers().firstValue("ETag"));
    }

    @Test
    void aCreditNoteOfAnotherClientOrNotIssuedIsNoPaper() {
        HttpResponse<byte[]> early = credit(ACME, "c-new", "application/pdf");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new String(early.body(), StandardCharsets.UTF_8)).contains("\"not-issued\"", "SUBMITTED");

        assertThat(credit(BETA, "c-issued", "application/pdf").statusCode()).isEqualTo(404);
        assertThat(credit(BETA, "c-new", "application/pdf").statusCode()).isEqualTo(404);
        assertThat(credit(ACME, "c-issued", "image/png").statusCode()).isEqualTo(406);
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
        return ask(key, "/v1/invoices/" + id, type);
    }

    private static HttpResponse<byte[]> credit(String key, String id, String type) {
        return ask(key, "/v1/credit-notes/" + id, type);
    }

    private static HttpResponse<byte[]> ask(String key, String path, String type) {
        return server.send(server.request(key, server.atHead(path)).header("Accept", type), BodyHandlers.ofByteArray());
    }

    private static CreditNoteDocument credit(String number) {
        LocalDate day = LocalDate.of(2026, 5, 1);
        BigDecimal amount = BigDecimal.valueOf(100);
        return new CreditNoteDocument(
                "i1",
                number,
                day,
                day,
                "割戻し",
                Ground.ALLOWANCE,
                List.of(new Line(LineKind.ITEM, null, "Hosting", BigDecimal.ONE, amount, amount, TaxCategory.STANDARD)),
                List.of(new TaxTotal(TaxCategory.STANDARD, BigDecimal.TEN, amount, BigDecimal.TEN)),
                BigDecimal.valueOf(110),
                Excess.KEEP);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static ClientDetails moved() {
        ClientDetails d = clientDetails("後株式会社");
        return new ClientDetails(
                d.name(), d.registrationNumber(), true, d.bankAccount(), "later@seikyu.example", false, Map.of());
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
                null,
                null);
    }
}
