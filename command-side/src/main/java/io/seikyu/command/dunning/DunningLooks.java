package io.seikyu.command.dunning;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.dunning.DunningCommand.DecideDunning;
import io.seikyu.contract.id.DunningId;
import java.util.List;

/** The time has come at which a payer's dunning may be decided otherwise, though nothing else happened. */
final class DunningLooks implements WhenDue {
    private final KnownLists lists;

    DunningLooks(KnownLists lists) {
        this.lists = lists;
    }

    @Override
    public String kind() {
        return DunningDesk.LOOK;
    }

    @Override
    public List<DecideDunning> commands(Due due) {
        lists.upTo(due.asOf());
        return List.of(new DecideDunning(new DunningId(due.tenant(), due.subjectId()), due.now(), null));
    }
}
