package io.seikyu.eventlog.axon;

import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One of Axon's tests waits with a class that only Testcontainers ships; it looks at Axon's cache, not at engines. */
class WithoutTestcontainers implements ExecutionCondition {
    private static final Set<String> NEEDS_IT = Set.of("consumerStopsTailingWhenItFallsBehindTheCache");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean needsIt = context.getTestMethod()
                .filter(method -> NEEDS_IT.contains(method.getName()))
                .isPresent();
        return needsIt
                ? ConditionEvaluationResult.disabled("needs Testcontainers on the class path")
                : ConditionEvaluationResult.enabled("needs nothing more");
    }
}
