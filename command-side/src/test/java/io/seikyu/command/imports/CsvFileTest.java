package io.seikyu.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.money.TaxRates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CsvFileTest {
    private static final String HEADER =
            Arrays.stream(CsvColumn.values()).map(CsvColumn::english).collect(Collectors.joining(","));

    @Test
    void everyColumnReachesTheBody() throws Exception {
        String record = Arrays.stream(CsvColumn.values())
                .map(column -> column.name().endsWith("RATE") ? "9" : "v-" + column.english())
                .collect(Collectors.joining(","));
        CsvInvoice invoice = CsvInvoice.of(rows(HEADER + "\n" + record).get(0), TaxRates.japan());

        String body = invoice.body().toString();
        assertThat(invoice.faults()).isEmpty();
        for (CsvColumn column : CsvColumn.values()) {
            assertThat(body).contains(column.name().endsWith("RATE") ? "\"9\"" : "v-" + column.english());
        }
    }

    @Test
    void theHeaderMayBeJapaneseAndAnyWidth() {
        for (CsvColumn column : CsvColumn.values()) {
            assertThat(CsvColumn.named(" " + column.japanese() + "　")).hasValue(column);
            assertThat(CsvColumn.named(column.english().toUpperCase())).hasValue(column);
        }
        assertThat(CsvColumn.named("請求書ＩＤ")).hasValue(CsvColumn.INVOICE_ID);
    }

    @Test
    void recordsOfOneNumberAreOneInvoiceAndMayNotContradict() throws Exception {
        List<String> rows = rows("""
                invoiceNumber,accountId,contractId,transactionFrom,transactionTo,issueDate,dueDate,issuerName,\
                recipientName,code,description,quantity,unitPrice,amount,taxCategory,total,lineKind,standardTaxable,\
                standardTax
                N,a,c,2026-04-01,2026-04-30,2026-05-01,2026-06-01,i,r,A,a,1,10,10,標準,22,,20,2
                N,,,,,,2026-06-02,,,B,b,1,10,10,STANDARD,22,経費,20,2
                N,,,,,,,,,C,c,,,5,標準,22,値引,20,2
                ,a,c,2026-04-01,2026-04-30,2026-05-01,2026-06-01,i,r,A,a,1,10,10,標準,22,,20,2
                N,a,c,2026-04-01,2026-04-30,2026-05-01,2026-06-01,i,r,A,a,1,10,10,標準,22,,20,2
                """);
        CsvInvoice invoice = CsvInvoice.of(rows.get(0), TaxRates.japan());
        JsonNode body = invoice.body();

        assertThat(rows).hasSize(3);
        assertThat(invoice.faults().toString()).contains("contradicting").contains("/dueDate");
        assertThat(body.get("lines")).hasSize(2);
        assertThat(body.at("/lines/1/kind").asString()).isEqualTo("EXPENSE");
        assertThat(body.at("/adjustments/0/kind").asString()).isEqualTo("ALLOWANCE");
        assertThat(body.at("/taxes/0/rate").asString()).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-30, 2026-04-30",
        "2026/4/3, 2026-04-03",
        "2026年4月30日, 2026-04-30",
        "２０２６／４／３０, 2026-04-30",
        "20260430, 2026-04-30",
        "30.4.2026, 30.4.2026"
    })
    void datesAreWrittenInManyWays(String written, String read) {
        assertThat(CsvWords.date(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1500;1500",
                "1,500;1500",
                "¥1,234,567;1234567",
                "￥1500;1500",
                "１，５００円;1500",
                "-12.5;-12.5",
                "10%;10",
                "1,50;1,50",
                "x;x"
            })
    void amountsAreWrittenInManyWays(String written, String read) {
        assertThat(CsvWords.amount(written)).isEqualTo(read);
    }

    @Test
    void oneCharsetIsNotTakenForAnother() throws Exception {
        String text = "請求書番号,宛名\n1,株式会社青空フーズ 表示ソ能\n";
        assertThat(charset(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8");
        assertThat(charset(text.getBytes(CsvCharset.MS932))).isEqualTo("windows-31j");
        assertThat(charset("①㈱髙﨑".getBytes(CsvCharset.MS932))).isEqualTo("windows-31j");
        assertThat(charset("plain".getBytes(StandardCharsets.US_ASCII))).isEqualTo("UTF-8");
        assertThat(charset(text.getBytes(Charset.forName("EUC-JP")))).isEqualTo("undecodable-file");
        for (int at = 0; at < 8; at++) {
            byte[] damaged = text.getBytes(StandardCharsets.UTF_8);
            damaged[at] = (byte) 0xFF;
            assertThat(charset(damaged)).as("byte %d", at).isEqualTo("undecodable-file");
        }
    }

    private static String charset(byte[] bytes) throws IOException {
        try (Upload upload = Upload.of(new ByteArrayInputStream(bytes), 1 << 20)) {
            return CsvCharset.of(upload).name();
        } catch (io.seikyu.web.problem.ProblemException refused) {
            return refused.code();
        }
    }

    private static List<String> rows(String csv) throws IOException {
        List<String> rows = new ArrayList<>();
        try (Upload upload = Upload.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), 1 << 20)) {
            new CsvFile().read(upload, new RowSink() {
                @Override
                public void row(String source, ImportFormat format, String text) {
                    rows.add(text);
                }

                @Override
                public void broken(String source, RowFault fault) {
                    throw new AssertionError(fault);
                }
            });
        }
        return rows;
    }
}
