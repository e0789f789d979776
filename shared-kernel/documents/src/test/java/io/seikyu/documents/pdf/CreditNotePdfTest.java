package io.seikyu.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.creditnote.CreditNoteDocument.Ground;
import io.seikyu.contract.creditnote.CreditNoteDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.documents.Invoices;
import io.seikyu.documents.IssuedCreditNote;
import io.seikyu.documents.IssuedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditNotePdfTest {
    @Test
    void showsTheItemsOfAQualifiedCreditNote() {
        PdfText paper = PdfText.of(CreditNotePdf.of(note(Invoices.full("ja"))));

        assertThat(paper.pages()).isEqualTo(1);
        assertThat(paper.text())
                .contains("適格返還請求書 MN-C-0007")
                .as("issuer and registration number")
                .contains("株式会社みなと商会", "登録番号 T7123456789012")
                .as("day of the return, and of the original transaction")
                .contains("返還日 2026年5月18日", "対象取引期間 2026年4月1日 ～ 2026年4月30日")
                .as("content, with a mark on what is taxed at the reduced rate")
                .contains("追加開発作業", "※ 会議用弁当", "※は軽減税率対象です。")
                .doesNotContain("※ 追加開発作業")
                .as("sum and tax of each rate, above zero")
                .containsPattern("10%対象\\s+¥9,800\\s+¥980")
                .containsPattern("8%対象（軽減税率）\\s+¥2,360\\s+¥188")
                .containsPattern("返還金額（税込）\\s+¥13,328")
                .doesNotContain("-¥", "null")
                .as("the invoice, the recipient and the reason")
                .contains("対象請求書 MN-2026-0042", "発行日 2026年5月20日", "青空フーズ株式会社 御中", "返品", "容器の破損")
                .as("nothing is claimed")
                .doesNotContain("ご請求", "お振込先", "お支払期限", "前受金", "源泉");
    }

    @Test
    void speaksEnglishToWhoReadsEnglish() {
        assertThat(PdfText.of(CreditNotePdf.of(note(Invoices.full("en")))).text())
                .contains("Credit note no. MN-C-0007", "Date of return 18 May 2026", "Original invoice MN-2026-0042")
                .containsPattern("8% reduced rate\\s+¥2,360\\s+¥188")
                .containsPattern("Amount credited\\s+¥13,328")
                .doesNotContain("御中", "返還", "Amount due");
    }

    @Test
    void isNotCalledQualifiedWithoutARegistrationNumber() {
        IssuedInvoice full = Invoices.full("ja");
        InvoiceDocument d = full.document();
        InvoiceDocument exempt = new InvoiceDocument(
                d.invoiceNumber(),
                d.accountId(),
                d.contractId(),
                d.kind(),
                d.transactionTo(),
                d.transactionTo(),
                d.issueDate(),
                d.dueDate(),
                new Issuer(d.issuer().name(), null),
                d.recipient(),
                d.lines(),
                d.adjustments(),
                d.taxes(),
                d.total(),
                d.prepaidRefs(),
                d.withholding(),
                d.payable(),
                d.precedingInvoices(),
                null);

        assertThat(PdfText.of(CreditNotePdf.of(note(
                                new IssuedInvoice("i-1", exempt, false, full.issuedOn(), full.client(), full.payer()))))
                        .text())
                .contains("返還請求書 MN-C-0007", "対象取引日 2026年4月30日")
                .doesNotContain("適格", "登録番号");
    }

    private static IssuedCreditNote note(IssuedInvoice original) {
        LocalDate day = LocalDate.of(2026, 5, 20);
        CreditNoteDocument document = new CreditNoteDocument(
                "i-1",
                "MN-C-0007",
                day,
                day.minusDays(2),
                "容器の破損",
                Ground.RETURN,
                List.of(
                        line(null, "追加開発作業", "1", "9800", TaxCategory.STANDARD),
                        line("FOOD-7", "会議用弁当", "2", "1180", TaxCategory.REDUCED)),
                List.of(tax(TaxCategory.STANDARD, 10, 9_800, 980), tax(TaxCategory.REDUCED, 8, 2_360, 188)),
                BigDecimal.valueOf(13_328),
                Excess.KEEP);
        return new IssuedCreditNote("c-1", document, day, original);
    }

    private static Line line(String code, String description, String quantity, String price, TaxCategory category) {
        InvoiceDocument.Line line = Invoices.line(code, description, quantity, price, category);
        return new Line(LineKind.ITEM, code, description, line.quantity(), line.unitPrice(), line.amount(), category);
    }

    private static TaxTotal tax(TaxCategory category, long rate, long taxable, long tax) {
        return new TaxTotal(category, BigDecimal.valueOf(rate), BigDecimal.valueOf(taxable), BigDecimal.valueOf(tax));
    }
}
