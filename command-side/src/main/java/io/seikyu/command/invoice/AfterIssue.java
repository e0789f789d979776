package io.seikyu.command.invoice;

/** What became of the claim once the payer had the invoice, besides payments. */
public record AfterIssue(Disputes disputes, Credits credits, WriteOffs writeOffs) {
    static final AfterIssue NOTHING = new AfterIssue(Disputes.NONE, Credits.NONE, WriteOffs.NONE);

    AfterIssue with(Disputes next) {
        return new AfterIssue(next, credits, writeOffs);
    }

    AfterIssue with(Credits next) {
        return new AfterIssue(disputes, next, writeOffs);
    }

    AfterIssue with(WriteOffs next) {
        return new AfterIssue(disputes, credits, next);
    }
}
