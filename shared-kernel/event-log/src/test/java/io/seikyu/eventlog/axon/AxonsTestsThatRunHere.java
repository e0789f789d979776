package io.seikyu.eventlog.axon;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All of Axon's tests of its event store but two that ask for more than an engine. */
class AxonsTestsThatRunHere implements ExecutionCondition {
    private static final Map<String, String> LEFT_OUT = Map.of(
            "consumerStopsTailingWhenItFallsBehindTheCache",
            "waits with a class that only Testcontainers ships; it looks at Axon's own cache",
            "eventPublishedAfterOpeningStreamIsPassedToReaderImmediately",
            "fails when anything takes 100 ms, which a busy machine does; readingIsBlocked... tests the same");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> LEFT_OUT.get(method.getName()))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("runs on any machine"));
    }
}
