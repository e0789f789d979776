package io.seikyu.query.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy.
 *
 * @param text YAML; absent in lists
 */
public record PolicyAnswer(
        String kind,
        String name,
        int version,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable String text) {
    static PolicyAnswer whole(PolicyView view, PolicyView.Version version) {
        return new PolicyAnswer(
                view.kind(), view.name(), version.version(), version.at(), version.by(), version.text());
    }

    static PolicyAnswer row(PolicyView view, PolicyView.Version version) {
        return new PolicyAnswer(view.kind(), view.name(), version.version(), version.at(), version.by(), null);
    }
}
