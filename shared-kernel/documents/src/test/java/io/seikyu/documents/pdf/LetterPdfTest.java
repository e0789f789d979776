package io.seikyu.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.documents.Invoices;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterPdfTest {
    @Test
    void coversAnInvoiceThatGoesByPost() {
        byte[] pdf = LetterPdf.of(Letter.covering(Invoices.full("ja"), LocalDate.of(2026, 5, 1)));

        assertThat(PdfText.of(pdf).text())
                .contains("2026年5月1日", "青空フーズ株式会社 御中", "株式会社みなと商会", "請求書送付のご案内", "敬具")
                .containsPattern("MN-2026-0042\\s+¥539,720\\s+2026年6月1日\\s+1通");
    }

    @Test
    void keepsTheLinesThatWereWrittenAndAlignsWhatTheyName() {
        byte[] pdf = LetterPdf.of(Letter.written(
                "ja",
                LocalDate.of(2026, 2, 13),
                new Letter.Recipient("株式会社見本商事", true, "大阪府大阪市北区見本9-8", "経理部　見本花子"),
                new Letter.Sender("見本請求代行株式会社", List.of("03-0000-0000")),
                "r-1",
                "督促状",
                """
                拝啓　時下ますますご清栄のこととお慶び申し上げます。
                下記のとおりお願い申し上げます。

                　請求書番号　：INV-1
                　ご請求残高　：45,600円
                　　　　　　　　5,000円を除いた金額です。

                　　　　　　　　敬具
                """));

        String text = PdfText.of(pdf).text();
        assertThat(text).contains("大阪府大阪市北区見本9-8", "株式会社見本商事 御中", "督促状", "2026年2月13日");
        assertThat(text).containsPattern("申し上げます。\\R下記のとおり").containsPattern("請求書番号 INV-1\\R");
        assertThat(text).containsPattern("ご請求残高 45,600円\\R5,000円を除いた金額です。");
    }

    @Test
    void hasTheSameWordsInBothLanguages() {
        assertThat(Words.in("en").all().keySet()).isEqualTo(Words.in("ja").all().keySet());
        assertThat(Words.in(null)).isSameAs(Words.in("ja"));
    }
}
