package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** When a payer's dunning may be held, and when a hold ends by itself. */
final class HoldPolicy {
    static final String EXPIRY = "dunning.hold-expiry";
    static final String HOLD_ID = "holdId";

    private HoldPolicy() {}

    static void check(Dealings dealings, HoldDunning command) {
        if (dealings.find(command.holdId()).isPresent()) {
            throw Refusal.conflict("already-exists", "there is hold '" + command.holdId() + "' already");
        }
        if (command.until() != null && command.until().isBefore(command.today())) {
            throw Refusal.invalid(
                    "invalid-hold",
                    "a hold that is over holds nothing",
                    List.of(new Fault("/until", "out-of-range", "must not be before today, " + command.today())));
        }
    }

    static NewSchedule expiry(AccountId payer, String holdId, LocalDate until) {
        return NewSchedule.after(until, expiry(payer, holdId), EXPIRY, payer).with(Map.of(HOLD_ID, holdId));
    }

    static ScheduleId expiry(AccountId payer, String holdId) {
        return ScheduleId.of(payer.tenant(), EXPIRY, payer.value(), holdId);
    }
}
