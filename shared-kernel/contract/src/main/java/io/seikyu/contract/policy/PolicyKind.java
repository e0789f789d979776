package io.seikyu.contract.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a policy (判断基準) decides. */
public enum PolicyKind {
    REVIEW,
    CREDIT,
    MATCHING,
    DUNNING,
    /** The words of messages: a text, and no YAML. */
    TEMPLATE;

    /** As it stands in addresses and names of streams, e.g. {@code review}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PolicyKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
