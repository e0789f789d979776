package io.seikyu.documents.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph of a letter, whose lines are kept. Indented lines of a name, a colon and a value stand in two columns,
 * whatever blanks they were written with; a formula that ends a letter stands at the right.
 */
final class LetterText {
    private static final Pattern NAMED = Pattern.compile("^[ 　]+([^ 　:：][^:：]{0,24}?)[ 　]*[：:][ 　]*(.*)$");
    private static final Pattern ENDING = Pattern.compile("敬具|以上");
    private static final Pattern INDENTED = Pattern.compile("^[ 　]{4,}.*");

    private LetterText() {}

    static void print(Fo fo, String paragraph) {
        List<String[]> named = new ArrayList<>();
        fo.block("font-size: 10pt; line-height: 1.7; space-after: 2mm", () -> {
            for (String line : paragraph.lines().toList()) {
                Matcher matcher = NAMED.matcher(line);
                if (matcher.matches()) {
                    named.add(new String[] {matcher.group(1), matcher.group(2)});
                } else if (!named.isEmpty() && INDENTED.matcher(line).matches()) {
                    named.add(new String[] {"", line.strip()});
                } else {
                    flush(fo, named);
                    boolean ends = ENDING.matcher(line.strip()).matches();
                    fo.block(ends ? "text-align: end" : "", ends ? line.strip() : line);
                }
            }
            flush(fo, named);
        });
    }

    private static void flush(Fo fo, List<String[]> named) {
        if (named.isEmpty()) {
            return;
        }
        List<String[]> rows = List.copyOf(named);
        named.clear();
        fo.table(
                "margin-left: 10mm; border-top: " + Sheet.LINE,
                new String[] {"42mm", "122mm"},
                () -> fo.in(
                        "table-body",
                        "",
                        () -> rows.forEach(row -> fo.in(
                                "table-row", "keep-together.within-page: always; border-bottom: " + Sheet.LINE, () -> {
                                    fo.cell("color: " + Sheet.GREY, row[0]);
                                    fo.cell("", row[1]);
                                }))));
    }
}
