package io.seikyu.query.effectiveness;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.query.reminder.ReminderView;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reminders that are looked at together. What they are not told apart by is absent. */
record Group(
        @Nullable Stage stage,
        @Nullable ContactChannel channel,
        @Nullable Tone tone,
        @Nullable String segment) implements Comparable<Group> {
    private static final Comparator<Group> ORDER = Comparator.comparing(
                    Group::stage, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Group::channel, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Group::tone, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Group::segment, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** By what reminders are told apart, as addresses name it. */
    enum By {
        stage,
        channel,
        tone,
        segment
    }

    /** An invoice's own stage counts, which may be below its reminder's. */
    static Group of(ReminderView reminder, ReminderItem item, Set<By> by) {
        return new Group(
                by.contains(By.stage) ? item.stage() : null,
                by.contains(By.channel) ? reminder.channel() : null,
                by.contains(By.tone) ? reminder.tone() : null,
                by.contains(By.segment) ? reminder.segment() : null);
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
