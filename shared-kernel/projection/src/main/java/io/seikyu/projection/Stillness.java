package io.seikyu.projection;

import java.util.List;
import java.util.Optional;

/** Something that works by itself on what the log says, and can tell whether it has come to rest. */
public interface Stillness {
    /**
     * What it is still at, in words for a person; empty when nothing is left to do.
     *
     * @param head the last position that it has to have taken note of
     */
    Optional<String> busyBefore(long head);

    /** What it will not get done by itself, each in words for a person. */
    List<String> stuck();
}
