package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.dunning.Background;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How people deal with a payer: what stops its dunning, and why it is late as far as it said. Whether it is covered is
 * {@link CreditStanding#onHold}, another matter.
 *
 * @param holds      that have not ended, in the order in which they began
 * @param background the last one that was recorded, or null
 */
public record Dealings(List<Hold> holds, Background background) {
    public static final Dealings NONE = new Dealings(List.of(), null);

    /** Whether nobody reminds the payer on {@code day}. */
    public boolean areHeld(LocalDate day) {
        return holds.stream().anyMatch(hold -> hold.holdsOn(day));
    }

    Optional<Hold> find(String holdId) {
        return holds.stream().filter(hold -> hold.holdId().equals(holdId)).findFirst();
    }

    /** @throws Refusal when there is none, or it has ended */
    Hold get(String holdId) {
        return find(holdId)
                .orElseThrow(
                        () -> Refusal.notFound("hold-not-found", "there is no hold '" + holdId + "', or it has ended"));
    }

    Dealings with(DunningHeld event) {
        List<Hold> more = new ArrayList<>(holds);
        more.add(new Hold(event.holdId(), event.until()));
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

    /** @param until the last day, or null: until it is lifted */
    public record Hold(String holdId, LocalDate until) {
        boolean holdsOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }
}
