package io.seikyu.command.invoice;

/** What became of the claim once the payer had the invoice, besides payments. */
public record AfterIssue(Disputes disputes, Credits credits) {
    static final AfterIssue NOTHING = new AfterIssue(Disputes.NONE, Credits.NONE);

    AfterIssue with(Disputes next) {
        return new AfterIssue(next, credits);
    }

    AfterIssue with(Credits next) {
        return new AfterIssue(disputes, next);
    }
}
