package io.seikyu.command.schedule;

import io.seikyu.command.schedule.AgendaList.Entry;
import io.seikyu.command.work.WorkList;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleCancelled;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleSet;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleWorked;
import io.seikyu.projection.Folds;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The agenda (予定表): what will fall due, and what fell due and is not worked yet. What ended leaves it. */
final class AgendaList implements WorkList<Entry> {
    /** By what the agenda is ordered, in milliseconds since 1970. */
    static final String DUE = "due";

    static final String FALLEN = "fallen";
    static final String KIND = "kind";

    private static final Folds<Entry> FOLDS = new Folds<Entry>()
            .startingWith(
                    ScheduleSet.class,
                    (event, recorded) -> new Entry(event.kind(), event.subject(), event.dueAt(), event.facts(), false))
            .on(ScheduleFellDue.class, (it, event, recorded) -> it.fallenDue())
            .endingWith(ScheduleWorked.class)
            .endingWith(ScheduleCancelled.class);

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "schedule";
    }

    @Override
    public Class<Entry> view() {
        return Entry.class;
    }

    @Override
    public Folds<Entry> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(Entry entry) {
        return Map.of(DUE, entry.dueAt().toEpochMilli(), FALLEN, entry.fallen(), KIND, entry.kind());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(FALLEN, DUE));
    }

    /** The time comes for all of them. */
    @Override
    public List<List<String>> indexesOverTenants() {
        return indexes();
    }

    /** As it was set, and whether it fell due. */
    record Entry(String kind, String subject, Instant dueAt, Map<String, String> facts, boolean fallen) {
        Entry fallenDue() {
            return new Entry(kind, subject, dueAt, facts, true);
        }
    }
}
