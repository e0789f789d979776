package io.seikyu.command.schedule;

import io.seikyu.command.CommandServer;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleSet;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleWorked;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import java.util.ArrayList;
import java.util.List;

/** What the log says of the agenda. */
final class History {
    private History() {}

    static List<String> fallen(CommandServer server) {
        return events(server, ScheduleFellDue.class).stream()
                .map(ScheduleFellDue::scheduleId)
                .toList();
    }

    static List<String> worked(CommandServer server) {
        return events(server, ScheduleWorked.class).stream()
                .map(ScheduleWorked::scheduleId)
                .toList();
    }

    /** What was done: the subjects' ids, in the order of the log. */
    static List<String> effects(CommandServer server) {
        return events(server, ScheduleSet.class).stream()
                .filter(set -> set.kind().equals("done"))
                .map(ScheduleSet::scheduleId)
                .map(id -> id.substring("done.".length()))
                .toList();
    }

    static <E> List<E> events(CommandServer server, Class<E> type) {
        EventCodec codec = server.bean(EventCodec.class);
        List<E> events = new ArrayList<>();
        long position = 0;
        while (position <= server.log().head()) {
            for (StoredCommit commit : server.log().read(position, 1_000)) {
                for (NewEvent event : commit.commit().events()) {
                    Object payload = codec.decode(event.type(), event.revision(), event.payload());
                    if (type.isInstance(payload)) {
                        events.add(type.cast(payload));
                    }
                }
                position = commit.lastPosition() + 1;
            }
        }
        return events;
    }
}
