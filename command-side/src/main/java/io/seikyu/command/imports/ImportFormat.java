package io.seikyu.command.imports;

/** What a row's text is. */
enum ImportFormat {
    /** The body of {@code POST /v1/invoices}. */
    JSON,
    /** Records of one invoice, see {@link CsvGroup}. */
    CSV,
    /** Base64 of a JP PINT invoice. */
    UBL
}
