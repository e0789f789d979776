package io.seikyu.command.invoice;

/** What became of the claim once the payer had the invoice, besides payments; {@code promise} is null when none waits to be judged. */
public record AfterIssue(
        Disputes disputes,
        Credits credits,
        WriteOffs writeOffs,
        Promise promise,
        Standing standing,
        Reminding reminding) {
    static final AfterIssue NOTHING =
            new AfterIssue(Disputes.NONE, Credits.NONE, WriteOffs.NONE, null, Standing.USUAL, Reminding.NONE);

    AfterIssue with(Disputes next) {
        return new AfterIssue(next, credits, writeOffs, promise, standing, reminding);
    }

    AfterIssue with(Credits next) {
        return new AfterIssue(disputes, next, writeOffs, promise, standing, reminding);
    }

    AfterIssue with(WriteOffs next) {
        return new AfterIssue(disputes, credits, next, promise, standing, reminding);
    }

    /** @param next null: none waits to be judged */
    AfterIssue with(Promise next) {
        return new AfterIssue(disputes, credits, writeOffs, next, standing, reminding);
    }

    AfterIssue with(Standing next) {
        return new AfterIssue(disputes, credits, writeOffs, promise, next, reminding);
    }

    AfterIssue with(Reminding next) {
        return new AfterIssue(disputes, credits, writeOffs, promise, standing, next);
    }
}
