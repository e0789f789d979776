package io.seikyu.command.account;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.account.AccountCommand.ExpireReservation;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ScheduleId;
import java.util.List;
import java.util.Map;

/** Says that a reservation is over when its last day is. What has ended before, or is an invoice's, stays as it is. */
public final class WhenReservationExpires implements WhenDue {
    private static final String KIND = "credit-reservation";
    private static final String RESERVATION = "reservationId";

    static NewSchedule of(ReserveCredit command) {
        AccountId account = command.target();
        ScheduleId id = ScheduleId.of(account.tenant(), KIND, account.value(), command.reservationId());
        return NewSchedule.after(command.validUntil(), id, KIND, account)
                .with(Map.of(RESERVATION, command.reservationId()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<ExpireReservation> commands(Due due) {
        AccountId account = new AccountId(due.tenant(), due.subjectId());
        return List.of(new ExpireReservation(account, due.facts().get(RESERVATION), due.today()));
    }
}
