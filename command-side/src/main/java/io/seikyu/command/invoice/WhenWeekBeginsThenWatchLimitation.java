package io.seikyu.command.invoice;

import io.seikyu.command.directory.Directory;
import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.Command;
import io.seikyu.contract.invoice.InvoiceCommand.WatchLimitation;
import io.seikyu.contract.limitation.Limitation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Each week those open invoices are looked at that are so old that their limitation may end soon (時効管理). Whatever
 * happened to a claim only ever moves the end away from its due date.
 */
public final class WhenWeekBeginsThenWatchLimitation implements WhenDue {
    public static final String KIND = "watch-limitation";

    private final Directory directory;

    public WhenWeekBeginsThenWatchLimitation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<? extends Command> commands(Due due) {
        LocalDate dueBy = due.today().plus(Limiting.WARNED_BEFORE).minusYears(Limitation.YEARS);
        List<WatchLimitation> watched = new ArrayList<>();
        directory.forEachDueBy(dueBy, invoice -> watched.add(new WatchLimitation(invoice, due.today())));
        return watched;
    }
}
