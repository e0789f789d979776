package io.seikyu.command.whatif;

import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What reviews found, and what became of the invoices by it. */
final class ReviewDecisions extends PolicyDecisions<PublishedReviewPolicy, InvoiceReviewed> {
    private final BankCalendar calendar;

    ReviewDecisions(Past past, PolicyReading<PublishedReviewPolicy> reading, BankCalendar calendar) {
        super(past, reading);
        this.calendar = calendar;
    }

    @Override
    Taking taking(ReplayedWorld world, Function<InvoiceReviewed, PublishedReviewPolicy> policies) {
        return new Reviews(world, calendar, policies);
    }

    @Override
    List<String> decidedBy(InvoiceReviewed recorded) {
        List<String> by = new ArrayList<>(List.of(recorded.policyVersion()));
        by.addAll(recorded.rules());
        return by;
    }

    @Override
    PublishedReviewPolicy asThen(PublishedReviewPolicy policy, List<String> rules) {
        return policy.withRules(rules);
    }

    /** {@code OUTCOME}, {@code FOUND_MORE}, {@code MISSED}, {@code OTHER_SEVERITY}; the amount is the invoice's. */
    @Override
    List<Change> changes(Retaken retaken) {
        List<Change> changes = new ArrayList<>();
        Object before = retaken.recorded().get(Reviews.OUTCOME);
        Object after = retaken.now().get(Reviews.OUTCOME);
        if (!before.equals(after)) {
            changes.add(new Change("OUTCOME", before + " -> " + after, retaken.amount()));
        }
        Map<String, Map<?, ?>> recorded = findings(retaken.recorded());
        Map<String, Map<?, ?>> now = findings(retaken.now());
        now.forEach((name, finding) -> {
            Map<?, ?> same = recorded.get(name);
            if (same == null) {
                changes.add(change("FOUND_MORE", finding, retaken));
            } else if (!same.get("severity").equals(finding.get("severity"))) {
                changes.add(change("OTHER_SEVERITY", finding, retaken));
            }
        });
        recorded.forEach((name, finding) -> {
            if (!now.containsKey(name)) {
                changes.add(change("MISSED", finding, retaken));
            }
        });
        return changes;
    }

    private static Change change(String change, Map<?, ?> finding, Retaken retaken) {
        return new Change(change, finding.get("code").toString(), retaken.amount());
    }

    private static Map<String, Map<?, ?>> findings(Map<String, Object> explained) {
        Map<String, Map<?, ?>> findings = new LinkedHashMap<>();
        for (Object finding : (List<?>) explained.get(Reviews.FINDINGS)) {
            Map<?, ?> fields = (Map<?, ?>) finding;
            findings.put(fields.get("code") + " " + fields.get("pointer"), fields);
        }
        return findings;
    }

    @Override
    List<String> notKnown() {
        return List.of(
                "Each review is taken again on what it looked at then. That an invoice which this policy sends back would"
                        + " have been corrected, or billed otherwise, is not known, and so neither is what the reviews"
                        + " after it would have seen.",
                "Whether what is found more is wrong, or what is missed was right, is for people to say: findings are"
                        + " compared, not judged.");
    }
}
