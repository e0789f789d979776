package io.seikyu.command.account;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.Command;
import io.seikyu.contract.account.AccountCommand.ExpireHold;
import io.seikyu.contract.id.AccountId;
import java.util.List;

/** A hold of dunning ends when its last day is over. */
final class HoldsEnd implements WhenDue {
    @Override
    public String kind() {
        return HoldPolicy.EXPIRY;
    }

    @Override
    public List<Command> commands(Due due) {
        AccountId payer = new AccountId(due.tenant(), due.subjectId());
        return List.of(new ExpireHold(payer, due.facts().get(HoldPolicy.HOLD_ID), due.today()));
    }
}
