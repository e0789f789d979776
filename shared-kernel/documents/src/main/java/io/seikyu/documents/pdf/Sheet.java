package io.seikyu.documents.pdf;

import java.util.function.Consumer;

/** A4 pages with a running foot that numbers them, and the styles that all papers share. */
final class Sheet {
    static final String SMALL = "font-size: 7pt; line-height: 1.25";
    static final String GREY = "#555555";
    static final String LINE = "0.5pt solid #999999";
    static final String STRONG_LINE = "1pt solid #333333";
    static final String PAD = "padding: 1mm 1.2mm";

    private static final String LAST = "last-page";

    private Sheet() {}

    /** @param foot what stands at the left of each page's foot, e.g. the number of the invoice */
    static byte[] print(Paper paper, String foot, Consumer<Fo> content) {
        return Printer.get().print(paper, fo -> root(fo, paper, foot, content));
    }

    private static void root(Fo fo, Paper paper, String foot, Consumer<Fo> content) {
        Words words = Words.in(paper.language());
        String font =
                "font-family: " + PaperFont.NAME + "; font-size: 9pt; line-height: 1.4; language: " + words.language();
        fo.in("root", font, () -> {
            fo.in(
                    "layout-master-set",
                    "",
                    () -> fo.in("simple-page-master", page(), () -> {
                        fo.in("region-body", "margin-bottom: 12mm", () -> {});
                        fo.in("region-after", "extent: 8mm; display-align: after", () -> {});
                    }));
            fo.in("page-sequence", "master-reference: A4; initial-page-number: 1", () -> {
                fo.in("static-content", "flow-name: xsl-region-after", () -> foot(fo, words, foot));
                fo.in("flow", "flow-name: xsl-region-body", () -> {
                    content.accept(fo);
                    fo.block("id: " + LAST, () -> {});
                });
            });
        });
    }

    private static String page() {
        return "master-name: A4; page-width: 210mm; page-height: 297mm; " + "margin: 16mm 18mm 10mm 18mm";
    }

    private static void foot(Fo fo, Words words, String foot) {
        fo.table(SMALL + "; color: " + GREY + "; border-top: " + LINE, new String[] {"114mm", "60mm"}, () -> {
            fo.in(
                    "table-body",
                    "",
                    () -> fo.in("table-row", "", () -> {
                        fo.cell("padding-top: 1.5mm", foot);
                        fo.cell(
                                "padding-top: 1.5mm; text-align: end",
                                () -> fo.block("", () -> {
                                    String[] around =
                                            words.of("page", "\n", "\n").split("\n", -1);
                                    fo.text(around[0]);
                                    fo.in("page-number", "", () -> {});
                                    fo.text(around[1]);
                                    fo.in("page-number-citation", "ref-id: " + LAST, () -> {});
                                    fo.text(around[2]);
                                }));
                    }));
        });
    }
}
