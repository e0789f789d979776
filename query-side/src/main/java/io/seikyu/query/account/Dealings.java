package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.dunning.Background;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How people deal with a payer.
 *
 * @param holds      what stops its dunning, and has not ended
 * @param background why it is late, as it said last; absent when nobody knows
 */
public record Dealings(List<Hold> holds, Background background) {
    static final Dealings NONE = new Dealings(List.of(), null);

    /**
     * @param reason absent when it was erased
     * @param until  the last day; absent: until it is lifted
     */
    public record Hold(String holdId, String reason, LocalDate until) {}

    Dealings with(DunningHeld event) {
        List<Hold> more = new ArrayList<>(holds);
        more.add(new Hold(event.holdId(), event.reason(), event.until()));
        return new Dealings(List.copyOf(more), background);
    }

    Dealings with(DunningHoldEnded event) {
        return new Dealings(
                holds.stream()
                        .filter(hold -> !hold.holdId().equals(event.holdId()))
                        .toList(),
                background);
    }

    Dealings with(CorrespondenceRecorded event) {
        return event.background() == null ? this : new Dealings(holds, event.background());
    }
}
