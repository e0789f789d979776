package io.seikyu.command.matching;

/** How surely a transfer's text names a payer. */
enum NameGrade {
    /** The same name, form and place. */
    SAME,
    /** The same name, and one of the two says nothing of the form. */
    FORM_UNKNOWN,
    /** The beginning of it, where a bank cuts. */
    CUT,
    /** The same company, and a branch that only one of the two names, or another one. */
    OTHER_BRANCH,
    /** The same name and form, which stands before the one and after the other: often an error, at times another company. */
    OTHER_PLACE,
    /** The same name under another form: another company. */
    OTHER_FORM,
    NONE;

    /** Nothing speaks against this payer. */
    boolean agrees() {
        return this == SAME || this == FORM_UNKNOWN || this == CUT;
    }

    /** Something does, and so only where nobody else is named. */
    boolean resembles() {
        return this == OTHER_BRANCH || this == OTHER_PLACE;
    }
}
