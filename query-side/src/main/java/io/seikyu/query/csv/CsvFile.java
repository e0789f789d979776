package io.seikyu.query.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows by RFC 4180, written as the rows come: UTF-8 with a mark at its beginning, by which spreadsheets know
 * it. A text that a spreadsheet would take for a formula has an apostrophe before it; numbers and days stand as they are.
 */
public final class CsvFile {
    public static final String MEDIA_TYPE = "text/csv";
    public static final String CONTENT_TYPE = MEDIA_TYPE + ";charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a formula begins with, in half and full width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    /** @param columns their names, the first row */
    public CsvFile(OutputStream out, List<String> columns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
        row(columns);
    }

    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** Hands on what was written so far. */
    public void flush() throws IOException {
        out.flush();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        String text = value.toString();
        boolean formula = value instanceof CharSequence && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
