package io.seikyu.command.policy;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.matching.MatchingPolicyReader;
import java.util.ArrayList;
import java.util.List;

/** Policies of matching from their texts, as they are read when they are published. */
public final class MatchingTexts {
    private MatchingTexts() {}

    public static MatchingPolicy policy(String text) {
        List<Fault> faults = new ArrayList<>();
        MatchingPolicy policy = read(text, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        return policy;
    }

    static List<Fault> faults(String text) {
        List<Fault> faults = new ArrayList<>();
        read(text, faults);
        return faults;
    }

    private static MatchingPolicy read(String text, List<Fault> faults) {
        Object tree = YamlTree.read(text, faults);
        return faults.isEmpty() ? new MatchingPolicyReader(faults).read("matching/default@0", tree) : null;
    }
}
