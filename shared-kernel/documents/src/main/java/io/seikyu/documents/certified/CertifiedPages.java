package io.seikyu.documents.certified;

import io.seikyu.documents.certified.CertifiedLetter.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A certified letter laid out by 20 signs a line and 26 lines a page, written across (内国郵便約款). Punctuation takes a
 * cell of its own, also at the beginning of a line. The post office counts a pair of brackets as one sign; here each of
 * the two has a cell, so that a line never holds more than is allowed. Empty lines, which it does not count, take one too.
 *
 * @param pages   of lines
 * @param refused signs that no certified letter may hold; with any, it cannot be sent so
 * @param names   words in Latin letters, allowed only as proper names: for a person to look at
 */
public record CertifiedPages(List<List<String>> pages, Set<String> refused, Set<String> names) {
    public static final int SIGNS = 20;
    public static final int LINES = 26;

    private static final String INDENT = "　";

    public static CertifiedPages of(CertifiedLetter letter) {
        List<String> lines =
                new ArrayList<>(centred(CertifiedText.fullWidth(letter.title().strip())));
        lines.add("");
        letter.body().strip().lines().forEach(line -> add(lines, line.stripTrailing()));
        lines.add("");
        add(lines, date(letter.date()));
        lines.add("");
        party(lines, "差出人", letter.sender());
        lines.add("");
        party(lines, "受取人", letter.addressee());
        String all = String.join("\n", lines);
        return new CertifiedPages(paged(lines), CertifiedText.refused(all.replace("\n", "")), names(letter));
    }

    public boolean canBeSent() {
        return refused.isEmpty();
    }

    private static List<String> centred(String title) {
        List<String> pieces = CertifiedText.cut(title, SIGNS);
        int length = title.codePointCount(0, title.length());
        return length >= SIGNS ? pieces : List.of(INDENT.repeat((SIGNS - length) / 2) + title);
    }

    private static void add(List<String> lines, String text) {
        lines.addAll(CertifiedText.cut(CertifiedText.fullWidth(text), SIGNS));
    }

    private static void party(List<String> lines, String what, Party party) {
        add(lines, what);
        for (String text : List.of(party.address(), party.name())) {
            CertifiedText.cut(CertifiedText.fullWidth(text.strip()), SIGNS - 1)
                    .forEach(piece -> lines.add(INDENT + piece));
        }
    }

    private static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** No page begins with an empty line. */
    private static List<List<String>> paged(List<String> lines) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        for (String line : lines) {
            if (page.size() == LINES) {
                pages.add(List.copyOf(page));
                page.clear();
            }
            if (!page.isEmpty() || !line.isBlank()) {
                page.add(line);
            }
        }
        pages.add(List.copyOf(page));
        return List.copyOf(pages);
    }

    private static Set<String> names(CertifiedLetter letter) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : List.of(
                letter.title(),
                letter.body(),
                letter.sender().address(),
                letter.sender().name(),
                letter.addressee().address(),
                letter.addressee().name())) {
            names.addAll(CertifiedText.latinWords(CertifiedText.fullWidth(text.replace("\n", "　"))));
        }
        return names;
    }
}
