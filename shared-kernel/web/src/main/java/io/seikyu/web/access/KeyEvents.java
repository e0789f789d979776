package io.seikyu.web.access;

import io.seikyu.contract.access.AccessEvent;
import java.util.List;

/** Where the ring of keys hears of keys that were issued and revoked. */
public interface KeyEvents {
    /** Another number than before whenever there may be events that were not there before. Cheap. */
    long generation();

    /** Events of the keys' stream from {@code sequence} on, in order, all of them. */
    List<AccessEvent> from(long sequence);
}
