package io.seikyu.command.dunning;

import io.seikyu.command.dunning.SteadyLook.Based;
import io.seikyu.command.reminder.Reminders;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.id.DunningId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ScheduleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** What a payer's dunning tells while it decides, beside the decision itself. */
public final class DunningDesk {
    static final String LOOK = "dunning.look";

    private final DunningDecisions decisions;
    private final SteadyLook look;
    private final Reminders reminders;
    private final Schedules schedules;
    private final BiConsumer<InvoiceId, LocalDate> limitation;

    /** @param limitation looks, on a day, at an old claim that moved: whether it is still about to be barred */
    DunningDesk(
            DunningDecisions decisions,
            SteadyLook look,
            Reminders reminders,
            Schedules schedules,
            BiConsumer<InvoiceId, LocalDate> limitation) {
        this.decisions = decisions;
        this.look = look;
        this.reminders = reminders;
        this.schedules = schedules;
        this.limitation = limitation;
    }

    /** What was said and asked about a claim is looked at once more, because the claim moved. */
    void lookBack(InvoiceId invoice, LocalDate today) {
        reminders.lookBack(invoice);
        limitation.accept(invoice, today);
    }

    /** What is to be said beside the contacts that are under way. */
    Based decide(DunningState dunning, Instant now) {
        return look.decide(decisions, dunning, now);
    }

    DunningDecisions decisions() {
        return decisions;
    }

    Reminders reminders() {
        return reminders;
    }

    /** @param time null: only an event can change it */
    void lookAgain(DunningId id, Instant time) {
        if (time != null) {
            ScheduleId alarm = ScheduleId.of(id.tenant(), LOOK, id.value(), time.getEpochSecond());
            schedules.set(NewSchedule.at(time, alarm, LOOK, id));
        }
    }
}
