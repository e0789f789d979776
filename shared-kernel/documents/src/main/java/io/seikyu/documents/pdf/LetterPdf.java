package io.seikyu.documents.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** A letter on paper, as a Japanese company lays it out: recipient, date, sender, title, text, items. */
public final class LetterPdf {
    private final Fo fo;
    private final Words words;
    private final Letter letter;

    private LetterPdf(Fo fo, Words words, Letter letter) {
        this.fo = fo;
        this.words = words;
        this.letter = letter;
    }

    /** The PDF, A4. Equal letters make equal bytes, as equal invoices do. */
    public static byte[] of(Letter letter) {
        Words words = Words.in(letter.language());
        Paper paper = new Paper(letter.title(), letter.sender().name(), words.language(), letter.date());
        return Sheet.print(paper, letter.reference(), fo -> new LetterPdf(fo, words, letter).print());
    }

    private void print() {
        fo.block("text-align: end", words.date(letter.date()));
        Address.print(fo, words, letter.recipient());
        fo.block("space-before: 8mm; margin-left: 104mm", () -> {
            fo.block("font-size: 11pt", letter.sender().name());
            letter.sender().details().forEach(detail -> fo.block("", detail));
        });
        fo.block("font-size: 15pt; text-align: center; space-before: 10mm; space-after: 8mm", letter.title());
        letter.paragraphs().forEach(paragraph -> LetterText.print(fo, paragraph));
        fo.block("font-size: 10pt; text-align: end", letter.closing());
        if (letter.table() != null) {
            table(letter.table());
        }
    }

    private void table(Letter.Table table) {
        String[] widths = Collections.nCopies(table.head().size(), "proportional-column-width(1)")
                .toArray(String[]::new);
        fo.table("space-before: 8mm; border-bottom: " + Sheet.STRONG_LINE, widths, () -> {
            fo.in(
                    "table-header",
                    "",
                    () -> fo.in(
                            "table-row",
                            "background-color: #e8e8e8",
                            () -> table.head().forEach(head -> fo.cell(Sheet.PAD, head))));
            fo.in("table-body", "", () -> table.rows().forEach(this::row));
        });
    }

    private void row(List<Object> cells) {
        fo.in(
                "table-row",
                "keep-together.within-page: always; border-bottom: " + Sheet.LINE,
                () -> cells.forEach(cell -> fo.cell(Sheet.PAD, text(cell))));
    }

    private String text(Object cell) {
        if (cell instanceof BigDecimal amount) {
            return words.yen(amount);
        }
        return cell instanceof LocalDate date ? words.date(date) : String.valueOf(cell);
    }
}
