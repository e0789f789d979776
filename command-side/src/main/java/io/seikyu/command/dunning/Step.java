package io.seikyu.command.dunning;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;

/**
 * One contact of a ladder.
 *
 * @param offset       days after the due date, at the earliest; negative: before it
 * @param deadlineDays the payment is asked for by a date so many days ahead; 0: no date is named
 * @param person       whether a person of the agency looks at it before it leaves
 * @param leastBalance smaller balances are not worth it, yen
 */
record Step(
        Stage stage, ContactChannel channel, int offset, int deadlineDays, boolean person, BigDecimal leastBalance) {
    String name() {
        return stage + "/" + channel;
    }

    boolean is(Stage otherStage, ContactChannel otherChannel) {
        return stage == otherStage && channel == otherChannel;
    }
}
