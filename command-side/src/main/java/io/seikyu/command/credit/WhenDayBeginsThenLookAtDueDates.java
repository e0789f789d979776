package io.seikyu.command.credit;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.Command;
import io.seikyu.contract.account.AccountCommand.ScreenAgain;
import java.util.ArrayList;
import java.util.List;

/** Each day every payer that owes something is screened again: what stays unpaid tells as much as what is paid late. */
final class WhenDayBeginsThenLookAtDueDates implements WhenDue {
    static final String KIND = "look-at-due-dates";

    private final OpenCreditWork payers;

    WhenDayBeginsThenLookAtDueDates(OpenCreditWork payers) {
        this.payers = payers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<? extends Command> commands(Due due) {
        List<ScreenAgain> looked = new ArrayList<>();
        payers.forEachThatOwes(payer -> looked.add(new ScreenAgain(payer, "on-" + due.today(), due.today())));
        return looked;
    }
}
