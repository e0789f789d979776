package io.seikyu.command.schedule;

import io.seikyu.contract.Command;
import java.util.List;

/** What is done when something of one kind falls due. Each is a bean. */
public interface WhenDue {
    /** As in {@link NewSchedule#kind}; two beans never have the same. */
    String kind();

    /**
     * What is to be asked for then. Each command is a commit of its own, sent once: never again when it decided
     * something, and again after a crash when it did not. What is refused because it does not fit any more is passed
     * over; the schedule remembers the code. Anything else that fails is tried again, and holds up nothing but itself.
     *
     * @return in order; the same ones when it is asked again
     */
    List<? extends Command> commands(Due due);
}
