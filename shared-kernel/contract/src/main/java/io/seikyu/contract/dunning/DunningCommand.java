package io.seikyu.contract.dunning;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.DunningId;
import java.time.Instant;

/** What can be asked of a payer's dunning. */
public sealed interface DunningCommand extends Command {
    @Override
    DunningId target();

    /**
     * Decide what is to be said to the payer now; says nothing where that is what was decided before.
     *
     * @param now       business time
     * @param invoiceId of the claim that moved, whose reminders may turn out to have been wrong; or null
     */
    record DecideDunning(DunningId target, Instant now, String invoiceId) implements DunningCommand {}
}
