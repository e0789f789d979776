package io.seikyu.command.whatif;

import io.seikyu.command.credit.CreditInputs;
import io.seikyu.command.credit.CreditPolicy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.account.Screening;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How far payers were trusted. */
final class CreditDecisions extends PolicyDecisions<CreditPolicy, Screening> {
    CreditDecisions(Past past, PolicyReading<CreditPolicy> reading) {
        super(past, reading);
    }

    @Override
    Taking taking(ReplayedWorld world, Function<Screening, CreditPolicy> policies) {
        return new Screenings(world, policies);
    }

    @Override
    List<String> decidedBy(Screening recorded) {
        return List.of(recorded.policyVersion(), recorded.inputs().get(CreditInputs.RULES));
    }

    @Override
    CreditPolicy asThen(CreditPolicy policy, List<String> rules) {
        return policy.withRules(rules.get(0));
    }

    /** {@code GRADE}, {@code LIMIT}, {@code HOLD}, {@code MEASURES}; the amount is by how much the limit is another one. */
    @Override
    List<Change> changes(Retaken retaken) {
        BigDecimal before = (BigDecimal) retaken.recorded().get(Screenings.LIMIT);
        BigDecimal after = (BigDecimal) retaken.now().get(Screenings.LIMIT);
        BigDecimal more = after.subtract(before);
        List<Change> changes = new ArrayList<>();
        change("GRADE", Screenings.GRADE, retaken, more, changes);
        change("HOLD", Screenings.HOLD, retaken, more, changes);
        change("MEASURES", Screenings.MEASURES, retaken, more, changes);
        if (more.signum() != 0) {
            changes.add(new Change("LIMIT", more.signum() > 0 ? "HIGHER" : "LOWER", more));
        }
        return changes;
    }

    private static void change(String name, String field, Retaken retaken, BigDecimal more, List<Change> changes) {
        Map<String, Object> recorded = retaken.recorded();
        Object before = recorded.get(field);
        Object after = retaken.now().get(field);
        if (!before.equals(after)) {
            changes.add(new Change(name, before + " -> " + after, more));
        }
    }

    @Override
    List<String> notKnown() {
        return List.of(
                "Each screening is taken again on what was known then. What would have been billed, reserved or paid with"
                        + " another limit is not known, so later screenings see the exposure that there was.",
                "Whether a payer that is trusted less would have failed, or one that is trusted more would have paid, is not"
                        + " known.");
    }
}
