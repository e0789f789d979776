package io.seikyu.command.credit;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.Command;
import io.seikyu.contract.account.AccountCommand.WatchPayments;
import java.util.ArrayList;
import java.util.List;

/** Each week every payer that settled anything is looked at: who surely pays later and later is noticed (早期警戒). */
final class WhenWeekBeginsThenWatchPayments implements WhenDue {
    static final String KIND = "watch-payments";

    private final OpenCreditWork payers;

    WhenWeekBeginsThenWatchPayments(OpenCreditWork payers) {
        this.payers = payers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<? extends Command> commands(Due due) {
        List<WatchPayments> watched = new ArrayList<>();
        payers.forEachThatPaid(payer -> watched.add(new WatchPayments(payer, due.today())));
        return watched;
    }
}
