package io.seikyu.command.schedule;

import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.ScheduleId;

/** The schedules of the repository, within the running unit of work. */
public final class StoredSchedules implements Schedules {
    private final CachingRepository<Schedule, ScheduleState> schedules;

    public StoredSchedules(CachingRepository<Schedule, ScheduleState> schedules) {
        this.schedules = schedules;
    }

    @Override
    public void set(NewSchedule schedule) {
        if (schedules.find(schedule.id().toString()).isEmpty()) {
            try {
                schedules.newInstance(() -> Schedule.set(schedule));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void cancel(ScheduleId id, String why) {
        if (schedules.find(id.toString()).isPresent()) {
            schedules.load(id.toString()).execute(schedule -> schedule.cancel(why));
        }
    }
}
