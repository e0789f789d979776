package io.seikyu.command.review;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of rule: what a policy may say of it, and how a rule is made of that.
 *
 * @param indispensable whether the other rules count on it: they keep silent where it speaks
 * @param making        from the value of each parameter to the rule
 */
record RuleType(
        boolean indispensable, List<Parameter> parameters, Function<Map<String, BigDecimal>, ReviewRule> making) {

    static RuleType of(ReviewRule rule) {
        return new RuleType(false, List.of(), values -> rule);
    }

    static RuleType indispensable(ReviewRule rule) {
        return new RuleType(true, List.of(), values -> rule);
    }

    static RuleType of(Function<Map<String, BigDecimal>, ReviewRule> making, Parameter... parameters) {
        return new RuleType(false, List.of(parameters), making);
    }

    /** @param given what the policy says; the others have their standard */
    ReviewRule rule(Map<String, BigDecimal> given) {
        Map<String, BigDecimal> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.standard()));
        values.putAll(given);
        return making.apply(values);
    }

    String name() {
        return rule(Map.of()).name();
    }

    String signature() {
        return rule(Map.of()).signature();
    }

    Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** A number that a policy may set, from {@code min} to {@code max}; without decimals when it counts something. */
    record Parameter(String name, BigDecimal standard, BigDecimal min, BigDecimal max, boolean counts) {
        static Parameter count(String name, int standard, int min, int max) {
            return new Parameter(
                    name, BigDecimal.valueOf(standard), BigDecimal.valueOf(min), BigDecimal.valueOf(max), true);
        }

        static Parameter amount(String name, String standard, String min, String max) {
            return new Parameter(name, new BigDecimal(standard), new BigDecimal(min), new BigDecimal(max), false);
        }

        /** In words; empty when {@code value} can be its value. */
        Optional<String> fault(BigDecimal value) {
            if (counts && value.stripTrailingZeros().scale() > 0) {
                return Optional.of("must be a whole number");
            }
            return value.compareTo(min) < 0 || value.compareTo(max) > 0
                    ? Optional.of("must be from " + min.toPlainString() + " to " + max.toPlainString())
                    : Optional.empty();
        }
    }
}
