package io.seikyu.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.documents.Invoices;
import java.time.LocalDate;
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
    void hasTheSameWordsInBothLanguages() {
        assertThat(Words.in("en").all().keySet()).isEqualTo(Words.in("ja").all().keySet());
        assertThat(Words.in(null)).isSameAs(Words.in("ja"));
    }
}
