package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.CorrespondenceDirection;
import io.seikyu.contract.calendar.BusinessDay;
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
 * @param heardOn    the last day on which it said anything, or null
 */
public record Dealings(List<Hold> holds, Background background, LocalDate heardOn) {
    public static final Dealings NONE = new Dealings(List.of(), null, null);

    /** Whether nobody reminds the payer on {@code day}. */
    public boolean areHeld(LocalDate day) {
        return holds.stream().anyMatch(hold -> hold.holdsOn(day));
    }

    /** The last day on which nobody reminds the payer; empty when it is not held, or nobody knows until when. */
    public Optional<LocalDate> heldUntil(LocalDate day) {
        List<Hold> now = holds.stream().filter(hold -> hold.holdsOn(day)).toList();
        return now.stream().anyMatch(hold -> hold.until() == null)
                ? Optional.empty()
                : now.stream().map(Hold::until).max(LocalDate::compareTo);
    }

    /** Whether the payer said anything on {@code day} or since. */
    public boolean wasHeardSince(LocalDate day) {
        return heardOn != null && !heardOn.isBefore(day);
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
        return new Dealings(List.copyOf(more), background, heardOn);
    }

    Dealings with(DunningHoldEnded event) {
        return new Dealings(
                holds.stream()
                        .filter(hold -> !hold.holdId().equals(event.holdId()))
                        .toList(),
                background,
                heardOn);
    }

    Dealings with(CorrespondenceRecorded event) {
        LocalDate day = BusinessDay.of(event.at());
        boolean later = event.direction() == CorrespondenceDirection.IN && (heardOn == null || day.isAfter(heardOn));
        return new Dealings(holds, event.background() == null ? background : event.background(), later ? day : heardOn);
    }

    /** @param until the last day, or null: until it is lifted */
    public record Hold(String holdId, LocalDate until) {
        boolean holdsOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }
}
