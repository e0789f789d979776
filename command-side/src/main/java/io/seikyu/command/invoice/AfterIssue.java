package io.seikyu.command.invoice;

/** What became of the claim once the payer had the invoice, besides payments. */
record AfterIssue(Disputes disputes) {
    static final AfterIssue NOTHING = new AfterIssue(Disputes.NONE);

    AfterIssue with(Disputes next) {
        return new AfterIssue(next);
    }
}
