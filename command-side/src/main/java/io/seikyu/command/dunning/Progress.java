package io.seikyu.command.dunning;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import java.time.LocalDate;

/**
 * How far the reminding of an invoice has come in its present round.
 *
 * @param round    from 1; a dispute that was rejected begins another
 * @param stage    of the last contact, or null before the first
 * @param sentOn   the day of that, or null
 * @param newDate  that it named, or null
 * @param answered whether the payer said anything since
 */
record Progress(int round, Stage stage, ContactChannel channel, LocalDate sentOn, LocalDate newDate, boolean answered) {
    static final Progress NONE = new Progress(1, null, null, null, null, false);
}
