package io.seikyu.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.Invoices;
import io.seikyu.documents.IssuedInvoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {
    @Test
    void showsTheSixItemsOfAQualifiedInvoice() {
        PdfText paper = PdfText.of(InvoicePdf.of(Invoices.full("ja")));

        assertThat(paper.pages()).isEqualTo(1);
        assertThat(paper.text())
                .as("issuer and registration number")
                .contains("株式会社みなと商会", "登録番号 T7123456789012")
                .as("period of the transaction")
                .contains("取引期間 2026年4月1日 ～ 2026年4月30日")
                .as("content, with a mark on what is taxed at the reduced rate")
                .contains("追加開発作業", "※ 会議用弁当", "※は軽減税率対象です。")
                .doesNotContain("※ 追加開発作業")
                .as("sum and tax of each rate")
                .containsPattern("10%対象\\s+¥452,500\\s+¥45,250")
                .containsPattern("8%対象（軽減税率）\\s+¥29,820\\s+¥2,385")
                .containsPattern("非課税\\s+¥82,000\\s+¥0")
                .containsPattern("免税\\s+¥13,500\\s+¥0")
                .containsPattern("不課税\\s+¥50,000\\s+¥0")
                .as("recipient")
                .contains("青空フーズ株式会社 御中");
    }

    @Test
    void leadsFromTheSumsToWhatIsClaimed() {
        assertThat(PdfText.of(InvoicePdf.of(Invoices.full("ja"))).text())
                .containsPattern("小計（税抜）\\s+¥627,820")
                .containsPattern("消費税等\\s+¥47,635")
                .containsPattern("合計（税込）\\s+¥675,455")
                .containsPattern("前受金充当額\\s+-¥100,000")
                .containsPattern("源泉徴収税額\\s+-¥35,735")
                .containsPattern("ご請求金額\\s+¥539,720")
                .contains("お支払期限 2026年6月1日", "普通 1234567", "カ)ミナトシヨウカイ", "値引・控除 VOL", "1 / 1 ページ");
    }

    @Test
    void saysThatPricesContainTheTax() {
        IssuedInvoice gross = Invoices.invoice(
                "ja",
                true,
                List.of(Invoices.line("A", "品", "1", "11000", TaxCategory.STANDARD)),
                List.of(),
                List.of(),
                null);

        assertThat(PdfText.of(InvoicePdf.of(gross)).text())
                .contains("金額（税込）", "単価および金額は税込です。", "うち消費税額")
                .containsPattern("10%対象\\s+¥11,000\\s+¥1,000")
                .doesNotContain("小計", "軽減税率");
    }

    @Test
    void speaksEnglishToWhoReadsEnglish() {
        assertThat(PdfText.of(InvoicePdf.of(Invoices.full("en"))).text())
                .contains(
                        "Registration no. T7123456789012",
                        "Due date 1 June 2026",
                        "※ Subject to the reduced tax rate.",
                        "Page 1 of 1")
                .containsPattern("8% reduced rate\\s+¥29,820\\s+¥2,385")
                .doesNotContain("御中", "消費税");
    }

    @Test
    void addressesAPersonAsOne() {
        IssuedInvoice company = Invoices.full("ja");
        AccountDetails p = company.payer();
        AccountDetails person = new AccountDetails(
                p.name(),
                p.nameKana(),
                false,
                null,
                null,
                null,
                null,
                null,
                "本人",
                null,
                "9876543",
                null,
                null,
                null,
                "ja");

        assertThat(PdfText.of(InvoicePdf.of(with(company, company.client(), person)))
                        .text())
                .contains("青空フーズ株式会社 様")
                .as("the account that is reserved for this payer")
                .contains("口座番号 9876543")
                .doesNotContain("御中", "ご担当", "1234567\n");
    }

    @Test
    void runsOverManyPagesWithTheHeadOnEach() {
        byte[] pdf = InvoicePdf.of(manyLines());
        PdfText paper = PdfText.of(pdf);

        assertThat(paper.pages()).isBetween(8, 14);
        for (int page = 1; page <= paper.pages(); page++) {
            assertThat(PdfText.page(pdf, page)).contains(page + " / " + paper.pages() + " ページ");
        }
        for (int page = 2; page < paper.pages(); page++) {
            assertThat(PdfText.page(pdf, page)).startsWith("品目");
        }
        assertThat(IntStream.rangeClosed(1, 200).filter(i -> !paper.text().contains("C-" + i + "\n")))
                .isEmpty();
    }

    @Test
    void showsWhereASignIsMissingInTheFont() {
        IssuedInvoice odd = Invoices.invoice(
                "ja",
                false,
                List.of(Invoices.line(
                        "A", "葛\uDB40\uDD00城 𠮷野 👍🏽 髙橋\u0007\uD800 é ﷽", "1", "1", TaxCategory.STANDARD)),
                List.of(),
                List.of(),
                null);

        assertThat(PdfText.of(InvoicePdf.of(odd)).text()).contains("葛城 〓野 〓〓 髙橋 〓 é 〓");
    }

    @Test
    void isTheSameFileForTheSameInvoiceFromAnyThread() throws Exception {
        byte[] first = InvoicePdf.of(Invoices.full("ja"));
        Thread.sleep(1_100); // the clock's seconds are what FOP would write
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> others = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                others.add(threads.submit(() -> InvoicePdf.of(Invoices.full("ja"))));
            }
            for (Future<byte[]> other : others) {
                assertThat(other.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(InvoicePdf.of(Invoices.full("en"))).isNotEqualTo(first);
    }

    private static IssuedInvoice manyLines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            String name = i % 17 == 0 ? "長い名前の商品".repeat(60) + "https://example.test/".repeat(4) : "商品 " + i;
            String price = i % 11 == 0 ? "123456789.25" : "1200";
            lines.add(Invoices.line("C-" + i, name, i % 9 == 0 ? "9999.123" : "3", price, TaxCategory.values()[i % 5]));
        }
        return Invoices.invoice("ja", true, lines, List.of(), List.of(), null);
    }

    private static IssuedInvoice with(IssuedInvoice invoice, ClientDetails client, AccountDetails payer) {
        InvoiceDocument document = invoice.document();
        return new IssuedInvoice(
                invoice.invoiceId(), document, invoice.pricesIncludeTax(), invoice.issuedOn(), client, payer);
    }
}
