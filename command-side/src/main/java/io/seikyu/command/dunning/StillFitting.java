package io.seikyu.command.dunning;

import io.seikyu.command.reminder.Fitting;
import io.seikyu.command.reminder.ReminderState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.id.DunningId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Decides once more what a reminder was planned by, with what is known now. Outside the hours in which payers are
 * contacted nothing fits: what waited until then (a mail that was refused, or stopped) is decided anew at the opening.
 */
final class StillFitting implements Fitting {
    private final CachingRepository<DunningCase, DunningState> cases;
    private final DunningDecisions decisions;
    private final KnownLists lists;
    private final Clock businessClock;

    StillFitting(
            CachingRepository<DunningCase, DunningState> cases,
            DunningDecisions decisions,
            KnownLists lists,
            Clock businessClock) {
        this.cases = cases;
        this.decisions = decisions;
        this.lists = lists;
        this.businessClock = businessClock;
    }

    @Override
    public List<DunningReason> against(ReminderState reminder) {
        Instant now = businessClock.instant();
        if (decisions.opensAt(reminder, now).isAfter(now)) {
            return List.of(Reason.of(ReasonCode.OUTSIDE_CONTACT_HOURS).told());
        }
        lists.upToNow();
        DunningState dunning = cases.find(DunningId.of(reminder.payer()).toString())
                .orElseThrow()
                .state();
        return decisions.against(reminder, dunning, now);
    }
}
