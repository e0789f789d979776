package io.seikyu.command;

import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.id.ScheduleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agenda on which nothing falls due: enough for a test of one aggregate. */
public final class SchedulesInMemory implements Schedules {
    private final Map<ScheduleId, NewSchedule> planned = new LinkedHashMap<>();

    @Override
    public void set(NewSchedule schedule) {
        planned.putIfAbsent(schedule.id(), schedule);
    }

    @Override
    public void cancel(ScheduleId id, String why) {
        planned.remove(id);
    }

    public List<NewSchedule> planned() {
        return List.copyOf(planned.values());
    }
}
