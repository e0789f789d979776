package io.seikyu.command.matching.truth;

/** A name as a bank writes it. It shares no code with what reads names. */
final class BankName {
    private static final String WIDE = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンー";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｰ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
    private static final String PLAIN = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
    private static final String ROUND = "パピプペポ";
    private static final String ROUND_PLAIN = "ﾊﾋﾌﾍﾎ";

    private final String core;
    private final String form;
    private final String full;
    private final boolean before;
    private final String transferred;

    /**
     * @param core   large kana, voiced letters of one piece
     * @param form   the abbreviation, or empty
     * @param full   the form in full, small kana and all; or empty
     * @param before whether the form stands before the name
     */
    BankName(String core, String form, String full, boolean before) {
        this.core = core;
        this.form = form;
        this.full = full;
        this.before = before;
        this.transferred = halfWidth(form.isEmpty() ? core : before ? form + ")" + core : core + "(" + form);
    }

    /** As in the payer's name of a transfer, before anything is cut. */
    String transferred() {
        return transferred;
    }

    String core() {
        return core;
    }

    String form() {
        return form;
    }

    BankName withForm(String other, String inFull) {
        return new BankName(core, other, inFull, before);
    }

    BankName longerBy(String more) {
        return new BankName(core + more, form, full, before);
    }

    String inFull() {
        return before ? full + core : core + full;
    }

    BankName withoutForm() {
        return new BankName(core, "", "", true);
    }

    BankName onTheOtherSide() {
        return new BankName(core, form, full, !before);
    }

    /** Whether a person would say that it can be this one; a form that nobody wrote down is no objection. */
    boolean canBe(BankName other) {
        return core.equals(other.core)
                && (form.isEmpty() || other.form.isEmpty() || form.equals(other.form) && before == other.before);
    }

    boolean resembles(BankName other) {
        return core.equals(other.core) && form.equals(other.form);
    }

    private static String halfWidth(String wide) {
        StringBuilder half = new StringBuilder();
        for (char c : wide.toCharArray()) {
            if (VOICED.indexOf(c) >= 0) {
                half.append(PLAIN.charAt(VOICED.indexOf(c))).append('ﾞ');
            } else if (ROUND.indexOf(c) >= 0) {
                half.append(ROUND_PLAIN.charAt(ROUND.indexOf(c))).append('ﾟ');
            } else if (WIDE.indexOf(c) >= 0) {
                half.append(HALF.charAt(WIDE.indexOf(c)));
            } else {
                half.append(c);
            }
        }
        return half.toString();
    }
}
