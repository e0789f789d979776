package io.seikyu.command.matching;

import io.seikyu.command.matching.CorporateForm.Written;
import io.seikyu.contract.party.KanaText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A payer's name (振込依頼人名) taken apart. The corporate form may stand before ({@code カ)NAME}), after ({@code NAME(カ})
 * or inside ({@code NAME(カ)BRANCH}), abbreviated or in full.
 *
 * @param whole  all of it in one way of writing
 * @param name   without form and branch; never empty unless the whole is
 * @param form   or null
 * @param place  where the form stands, or null
 * @param branch what follows a form inside; may be empty
 */
record PayerName(String whole, String name, CorporateForm form, Place place, String branch) {
    /** Banks cut names here: the field of a transfer notice, and what remains of it beside EDI. */
    private static final int[] CUTS = {48, 26};

    private static final int DIGITS = 10;
    private static final int HEAD = 8;

    enum Place {
        BEFORE,
        AFTER,
        INSIDE
    }

    static PayerName of(String text) {
        return parse(KanaText.normalised(text));
    }

    /**
     * What a transfer's text may mean: a payer may put up to {@value #DIGITS} digits before the name, and a name may
     * begin with digits. The text as it stands comes first.
     */
    static List<PayerName> readings(String text) {
        String whole = KanaText.normalised(text);
        List<PayerName> readings = new ArrayList<>();
        for (int skip = 0; skip <= DIGITS && skip < whole.length(); skip++) {
            if (skip > 0 && !isDigit(whole.charAt(skip - 1))) {
                break;
            }
            readings.add(parse(whole.substring(skip)));
        }
        return readings;
    }

    /** Whether a bank may have cut this text. A cut before a space leaves one letter less. */
    static boolean mayBeCut(String text) {
        // spaces count in the bank's field
        int bytes = KanaText.bytewise(KanaText.normalised(text.strip().replaceAll("[\\s\\p{Z}]", "_")))
                .length();
        for (int cut : CUTS) {
            if (bytes == cut || bytes == cut - 1) {
                return true;
            }
        }
        return bytes > CUTS[0];
    }

    private static PayerName parse(String whole) {
        for (Written short_ : CorporateForm.abbreviations()) {
            PayerName found = abbreviated(whole, short_);
            if (found != null) {
                return found;
            }
        }
        for (Written full : CorporateForm.inFullForms()) {
            PayerName found = inFull(whole, full);
            if (found != null) {
                return found;
            }
        }
        return new PayerName(whole, whole, null, null, "");
    }

    private static PayerName abbreviated(String whole, Written written) {
        String text = written.text();
        if (written.form().isOffice()) {
            return office(whole, text);
        }
        if (whole.startsWith(text + ")") || whole.startsWith("(" + text + ")")) {
            return named(whole, whole.substring(whole.indexOf(')') + 1), written.form(), Place.BEFORE, "");
        }
        if (whole.endsWith("(" + text) || whole.endsWith("(" + text + ")")) {
            return named(whole, whole.substring(0, whole.lastIndexOf('(')), written.form(), Place.AFTER, "");
        }
        int inside = whole.indexOf("(" + text + ")");
        if (inside > 0) {
            String branch = whole.substring(inside + text.length() + 2);
            return named(whole, whole.substring(0, inside), written.form(), Place.INSIDE, branch);
        }
        return null;
    }

    /** An office is left out: the company behind it is the payer. */
    private static PayerName office(String whole, String text) {
        String rest = whole.endsWith("(" + text)
                ? whole.substring(0, whole.length() - text.length() - 1)
                : whole.endsWith("(" + text + ")") ? whole.substring(0, whole.length() - text.length() - 2) : "";
        if (rest.isEmpty()) {
            return null;
        }
        PayerName company = parse(rest);
        return new PayerName(whole, company.name, company.form, company.place, company.branch);
    }

    private static PayerName inFull(String whole, Written written) {
        String text = written.text();
        int at = whole.indexOf(text);
        if (at < 0 || written.form().isOffice()) {
            return null;
        }
        String before = whole.substring(0, at);
        String after = whole.substring(at + text.length());
        if (before.isEmpty()) {
            return named(whole, after, written.form(), Place.BEFORE, "");
        }
        return named(whole, before, written.form(), after.isEmpty() ? Place.AFTER : Place.INSIDE, after);
    }

    private static PayerName named(String whole, String name, CorporateForm form, Place place, String branch) {
        return name.isEmpty()
                ? new PayerName(whole, whole, null, null, "")
                : new PayerName(whole, name, form, place, branch);
    }

    /** How surely {@code transferred}, one reading of a transfer's text, names the payer who is on file as this. */
    NameGrade grade(PayerName transferred, boolean mayBeCut) {
        if (whole.isEmpty() || transferred.whole.isEmpty()) {
            return NameGrade.NONE;
        }
        if (whole.equals(transferred.whole)) {
            return NameGrade.SAME;
        }
        if (name.equals(transferred.name)) {
            return sameName(transferred);
        }
        if (mayBeCut && transferred.name.length() >= HEAD && isCutOf(transferred)) {
            return NameGrade.CUT;
        }
        return NameGrade.NONE;
    }

    private NameGrade sameName(PayerName transferred) {
        if (form == null || transferred.form == null) {
            return NameGrade.FORM_UNKNOWN;
        }
        if (form != transferred.form) {
            return NameGrade.OTHER_FORM;
        }
        if (isBefore() != transferred.isBefore()) {
            return NameGrade.OTHER_PLACE;
        }
        return branch.equals(transferred.branch) ? NameGrade.SAME : NameGrade.OTHER_BRANCH;
    }

    private boolean isBefore() {
        return place == Place.BEFORE;
    }

    private boolean isCutOf(PayerName transferred) {
        String cut = KanaText.bytewise(transferred.whole);
        return spellings().stream().anyMatch(full -> KanaText.bytewise(full).startsWith(cut));
    }

    /** The ways in which a bank may write it. */
    private Set<String> spellings() {
        Set<String> all = new LinkedHashSet<>();
        all.add(whole);
        if (form == null) {
            // nobody knows where the form stands, so the name alone has to do
            for (Written written : CorporateForm.abbreviations()) {
                if (!written.form().isOffice()) {
                    all.add(written.text() + ")" + name);
                }
            }
        } else if (isBefore()) {
            all.add(form.abbreviation() + ")" + name);
            all.add(form.inFull() + name);
            all.add(name);
        } else {
            all.add(name + "(" + form.abbreviation() + ")" + branch);
            all.add(name + form.inFull() + branch);
        }
        return all;
    }

    /**
     * The beginning by which names are found that a bank cut, or null for one too short to tell. It stands before the
     * first voicing mark that a cut may have taken off.
     */
    String head() {
        return name.length() < HEAD ? null : unvoicedEnd(name.substring(0, HEAD));
    }

    private static String unvoicedEnd(String head) {
        String last = KanaText.bytewise(head.substring(HEAD - 1)).substring(0, 1);
        return head.substring(0, HEAD - 1) + last;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
