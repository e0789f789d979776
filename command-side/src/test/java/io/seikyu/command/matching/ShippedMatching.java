package io.seikyu.command.matching;

import io.seikyu.command.policy.MatchingTexts;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;

/** The policy that is shipped. */
public final class ShippedMatching {
    private ShippedMatching() {}

    public static MatchingPolicy policy() {
        return MatchingTexts.policy(ShippedPolicies.text(PolicyKind.MATCHING));
    }
}
