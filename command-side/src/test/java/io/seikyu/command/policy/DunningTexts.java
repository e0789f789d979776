package io.seikyu.command.policy;

import io.seikyu.command.decision.Refusal.Fault;
import java.util.List;

/** What the text of a policy says, before anybody asks what it means. */
public final class DunningTexts {
    private DunningTexts() {}

    public static Object tree(String text, List<Fault> faults) {
        return YamlTree.read(text, faults);
    }
}
