package io.seikyu.command.policy;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the policies of one kind are read. A bean of this type, a shipped text beside {@link
 * io.seikyu.contract.policy.ShippedPolicies} and the constant in {@link PolicyKind} are all that a new kind needs to be
 * published and asked for.
 *
 * @param <P> what a text becomes
 */
public record PolicyReading<P>(PolicyKind kind, Reader<P> reader) {
    /** Bytes of a text; a policy with an override for each of some hundred contracts is smaller. */
    public static final int LARGEST = 1 << 16;

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

    /**
     * Of a version that was published. One that an older program published may name what this one does not know: then
     * nothing is decided by it.
     *
     * @throws IllegalStateException when it cannot be read
     */
    public P published(String version, String text) {
        List<Fault> faults = new ArrayList<>();
        P policy = read(version, text, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the policy " + version + " cannot be read: " + faults);
        }
        return policy;
    }

    /**
     * @param consequence what did not happen
     * @throws ProblemException with all faults of the text, when it has any
     */
    public void refuseFaulty(String text, String consequence) {
        List<Fault> faults = new ArrayList<>();
        read("", text, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    422,
                    "invalid-policy",
                    "This is no policy of kind " + kind.path() + ". " + consequence,
                    faults.stream()
                            .map(fault ->
                                    new io.seikyu.web.problem.Fault(fault.pointer(), fault.code(), fault.message()))
                            .toList());
        }
    }

    /** @return meaningless when {@code faults} took any */
    P read(String version, String text, List<Fault> faults) {
        Object tree = YamlTree.read(text, faults);
        return faults.isEmpty() || tree != null ? reader.read(version, tree, faults) : null;
    }
}
