package io.seikyu.documents.pdf;

import io.seikyu.documents.certified.CertifiedPages;
import java.time.LocalDate;
import java.util.List;

/**
 * A certified letter on paper: one sign a cell, nothing else on the page. Numbers of pages, seals across pages and the
 * post office's stamp are put by hand into the margins.
 */
public final class CertifiedLetterPdf {
    private static final String CELL = "height: 8mm; border: 0.25pt solid #cccccc";
    private static final String OPENING = "（〔［｛〈《「『【“‘";
    private static final String ENDING = "、。，．）〕］｝〉》」』】”’";

    private CertifiedLetterPdf() {}

    /** @throws IllegalArgumentException when it {@linkplain CertifiedPages#canBeSent cannot be sent} */
    public static byte[] of(CertifiedPages letter, String title, String sender, LocalDate date) {
        if (!letter.canBeSent()) {
            throw new IllegalArgumentException("a certified letter must not hold " + letter.refused());
        }
        return Printer.get().print(new Paper(title, sender, "ja", date), fo -> root(fo, letter));
    }

    private static void root(Fo fo, CertifiedPages letter) {
        fo.in("root", "font-family: " + PaperFont.NAME + "; font-size: 14pt; line-height: 1; language: ja", () -> {
            fo.in(
                    "layout-master-set",
                    "",
                    () -> fo.in(
                            "simple-page-master",
                            "master-name: A4; page-width: 210mm; page-height: 297mm; margin: 24mm 30mm 40mm 30mm",
                            () -> fo.in("region-body", "", () -> {})));
            fo.in(
                    "page-sequence",
                    "master-reference: A4",
                    () -> fo.in("flow", "flow-name: xsl-region-body", () -> pages(fo, letter.pages())));
        });
    }

    private static void pages(Fo fo, List<List<String>> pages) {
        String[] widths = new String[CertifiedPages.SIGNS];
        java.util.Arrays.fill(widths, "7.5mm");
        for (int i = 0; i < pages.size(); i++) {
            List<String> lines = pages.get(i);
            fo.table(
                    i == 0 ? "" : "break-before: page",
                    widths,
                    () -> fo.in("table-body", "", () -> {
                        for (int line = 0; line < CertifiedPages.LINES; line++) {
                            row(fo, line < lines.size() ? lines.get(line) : "");
                        }
                    }));
        }
    }

    private static void row(Fo fo, String line) {
        int[] signs = line.codePoints().toArray();
        fo.in("table-row", "", () -> {
            for (int i = 0; i < CertifiedPages.SIGNS; i++) {
                String sign = i < signs.length ? Character.toString(signs[i]) : "";
                fo.cell(CELL + "; display-align: center; text-align: " + side(sign), sign);
            }
        });
    }

    private static String side(String sign) {
        if (sign.isEmpty()) {
            return "center";
        }
        return OPENING.contains(sign) ? "end" : ENDING.contains(sign) ? "start" : "center";
    }
}
