package io.seikyu.command.policy;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.policy.PolicyKind;
import java.util.List;

/**
 * How the policies of one kind are read. A bean of this type, a shipped text beside {@link
 * io.seikyu.contract.policy.ShippedPolicies} and the constant in {@link PolicyKind} are all that a new kind needs to be
 * published and asked for.
 *
 * @param <P> what a text becomes
 */
public record PolicyReading<P>(PolicyKind kind, Reader<P> reader) {
    /** Makes a policy of what a text says. */
    @FunctionalInterface
    public interface Reader<P> {
        /**
         * @param version under which decisions remember it, e.g. {@code credit/default@3}
         * @param tree    maps, lists, texts, numbers (BigDecimal), truth values and nulls
         * @param faults  takes everything that is wrong; with any, the result is thrown away
         */
        P read(String version, Object tree, List<Fault> faults);
    }

    /** @return meaningless when {@code faults} took any */
    P read(String version, String text, List<Fault> faults) {
        Object tree = YamlTree.read(text, faults);
        return faults.isEmpty() || tree != null ? reader.read(version, tree, faults) : null;
    }
}
