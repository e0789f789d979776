package io.seikyu.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is made of the log by following it, and can be made again. */
public interface Derived {
    /** As far as this process has it. */
    List<State> states();

    /**
     * @param position   everything up to it is heard or waits; -1 when nothing is
     * @param waiting    things of which nothing more is applied until somebody helps
     * @param failing    whether the last try to go on failed; it is tried again
     * @param rebuilding what is made again just now, or null
     */
    record State(
            String name,
            int revision,
            long position,
            int waiting,
            boolean failing,
            @Nullable Rebuilding rebuilding) {}

    /** @param position up to which the new one reflects the log */
    record Rebuilding(String jobId, Rebuilds.Mode mode, boolean paused, long position) {}
}
