package io.seikyu.query.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy of the agency with its newest {@value #KEPT} versions; older ones are in the log. */
public record PolicyView(String kind, String name, List<Version> versions) {
    static final int KEPT = 100;

    PolicyView and(Version next) {
        List<Version> all = new ArrayList<>(versions);
        all.add(next);
        return new PolicyView(kind, name, List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
    }

    Version latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * @param at business time at which it was published; absent for the one that is shipped
     * @param by the key that published it; absent for the one that is shipped
     */
    public record Version(
            int version,
            String text,
            @Nullable Instant at,
            @Nullable String by) {}
}
