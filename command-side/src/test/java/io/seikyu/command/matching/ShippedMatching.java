package io.seikyu.command.matching;

/** The policy that is shipped. */
public final class ShippedMatching {
    private ShippedMatching() {}

    public static MatchingPolicy policy() {
        return new MatchingPolicy("matching/default@0", Settings.shipped());
    }
}
