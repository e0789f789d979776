package io.seikyu.command.whatif;

import io.seikyu.command.whatif.WhatIf.Question;
import io.seikyu.contract.policy.PolicyKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What another policy would have decided, against what was decided: case by case and in sum. */
final class Evaluation {
    private final PolicyKind kind;
    private final Question question;
    private final Function<Retaken, List<Change>> changes;
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, Long> notDecidable = new TreeMap<>();
    private final Cases cases;
    private long decisions;

    Evaluation(PolicyKind kind, Question question, Function<Retaken, List<Change>> changes, Cases cases) {
        this.kind = kind;
        this.question = question;
        this.changes = changes;
        this.cases = cases;
    }

    /** @param change the first of its name */
    private record Sum(Change change, long count, BigDecimal amount) {
        Sum and(Sum other) {
            return new Sum(change, count + other.count, amount.add(other.amount));
        }

        Map<String, Object> told() {
            return Told.of("change", change.change(), "what", change.what(), "count", count, "amount", amount);
        }
    }

    void add(Retaken retaken) {
        decisions++;
        if (retaken.impossible() != null) {
            notDecidable.merge(retaken.impossible(), 1L, Long::sum);
            return;
        }
        List<Change> found = changes.apply(retaken);
        if (found.isEmpty()) {
            return;
        }
        found.forEach(change -> sums.merge(change.name(), new Sum(change, 1, change.amount()), Sum::and));
        cases.add(retaken.told(
                "changes",
                found.stream().map(Change::told).toList(),
                "recorded",
                without(retaken.recorded(), retaken.now()),
                "whatIf",
                without(retaken.now(), retaken.recorded())));
    }

    /** An explanation without lists and groups of values in which the other one is the same. */
    private static Map<String, Object> without(Map<String, Object> explained, Map<String, Object> other) {
        Map<String, Object> left = Told.of();
        explained.forEach((name, value) -> {
            boolean plain = !(value instanceof Map || value instanceof List);
            if (plain || !value.equals(other.get(name))) {
                left.put(name, value);
            }
        });
        return left;
    }

    /**
     * {@code {kind, from, to, decisions, same, changed, notDecidable{<why>: n}, sums[], cases[], casesLeftOut,
     * notKnown[]}}
     */
    Map<String, Object> told(List<String> notKnown) {
        long undecidable =
                notDecidable.values().stream().mapToLong(Long::longValue).sum();
        return Told.of(
                "kind",
                kind.path(),
                "from",
                question.from().toString(),
                "to",
                question.to().toString(),
                "decisions",
                decisions,
                "same",
                decisions - cases.count() - undecidable,
                "changed",
                cases.count(),
                "notDecidable",
                notDecidable,
                "sums",
                sums.values().stream().map(Sum::told).toList(),
                "cases",
                cases.listed(),
                "casesLeftOut",
                cases.leftOut(),
                "notKnown",
                notKnown);
    }
}
