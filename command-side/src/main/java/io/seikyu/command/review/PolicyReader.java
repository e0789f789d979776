package io.seikyu.command.review;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.decision.TreeReader;
import io.seikyu.command.review.PublishedReviewPolicy.Deviation;
import io.seikyu.command.review.ReviewSettings.RuleSettings;
import io.seikyu.command.review.RuleType.Parameter;
import io.seikyu.contract.invoice.Finding.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a policy of the review from what its text says. */
public final class PolicyReader extends TreeReader {
    /** @param faults takes what is wrong */
    public PolicyReader(List<Fault> faults) {
        super(faults);
    }

    public PublishedReviewPolicy read(String version, Object tree) {
        Map<?, ?> top = map(tree, "");
        unknown(top, Set.of("approvalLimit", "rules", "overrides"), "");
        ReviewSettings base = settings(top, "");
        RuleBook.types().forEach((name, type) -> {
            RuleSettings said = base.rules().get(name);
            if (type.indispensable() && said == null) {
                fault("/rules/" + name, MISSING, "is missing: other rules keep silent where this one speaks");
            }
        });
        return new PublishedReviewPolicy(version, base, deviations(top.get("overrides")));
    }

    private List<Deviation> deviations(Object said) {
        List<Deviation> all = new ArrayList<>();
        List<?> list = list(said, "/overrides");
        for (int i = 0; i < list.size(); i++) {
            String at = "/overrides/" + i;
            Map<?, ?> one = map(list.get(i), at);
            unknown(one, Set.of("client", "contract", "approvalLimit", "rules"), at);
            String client = id(one.get("client"), at + "/client");
            if (one.get("client") == null) {
                fault(at + "/client", MISSING, "is missing: name the client company this holds for");
            }
            all.add(new Deviation(client, id(one.get("contract"), at + "/contract"), settings(one, at)));
        }
        return List.copyOf(all);
    }

    private ReviewSettings settings(Map<?, ?> said, String at) {
        BigDecimal limit = number(said.get("approvalLimit"), at + "/approvalLimit");
        if (limit != null && (limit.signum() < 0 || limit.stripTrailingZeros().scale() > 0)) {
            fault(at + "/approvalLimit", INVALID, "must be whole yen, 0 or more");
        }
        Map<String, RuleSettings> rules = new LinkedHashMap<>();
        if (said.get("rules") != null) {
            map(said.get("rules"), at + "/rules").forEach((name, value) -> {
                String place = at + "/rules/" + escaped(name);
                Optional<RuleType> type = RuleBook.type(String.valueOf(name));
                if (type.isEmpty()) {
                    String known = String.join(
                            ", ", RuleBook.types().keySet().stream().sorted().toList());
                    fault(place, UNKNOWN, "is no rule; the rules are " + known);
                } else {
                    rules.put(String.valueOf(name), rule(type.get(), value, place));
                }
            });
        }
        return new ReviewSettings(limit, rules);
    }

    private RuleSettings rule(RuleType type, Object said, String at) {
        if (Boolean.FALSE.equals(said)) {
            if (type.indispensable()) {
                fault(at, INVALID, "cannot be left out: other rules keep silent where this one speaks");
            }
            return new RuleSettings(false, null, Map.of());
        }
        Map<?, ?> fields = said == null || Boolean.TRUE.equals(said) ? Map.of() : map(said, at);
        Severity severity = null;
        Map<String, BigDecimal> parameters = new HashMap<>();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            String name = String.valueOf(field.getKey());
            String place = at + "/" + escaped(name);
            if (name.equals("severity")) {
                severity = severity(type, field.getValue(), place);
            } else {
                parameter(type, name, field.getValue(), place, parameters);
            }
        }
        return new RuleSettings(true, severity, Map.copyOf(parameters));
    }

    private Severity severity(RuleType type, Object said, String at) {
        if (!"ERROR".equals(said) && !"WARNING".equals(said)) {
            fault(at, INVALID, "must be ERROR or WARNING");
            return null;
        }
        Severity severity = Severity.valueOf((String) said);
        if (type.indispensable() && severity != Severity.ERROR) {
            fault(at, INVALID, "must be ERROR: other rules keep silent where this one speaks");
        }
        return severity;
    }

    private void parameter(RuleType type, String name, Object said, String at, Map<String, BigDecimal> parameters) {
        Optional<Parameter> parameter = type.parameter(name);
        if (parameter.isEmpty()) {
            List<String> known = new ArrayList<>(List.of("severity"));
            type.parameters().forEach(one -> known.add(one.name()));
            fault(at, UNKNOWN, "this rule can be told " + String.join(", ", known));
            return;
        }
        BigDecimal value = number(said, at);
        if (said == null) {
            fault(at, INVALID, "must be a number");
        } else if (value != null) {
            parameter.get().fault(value).ifPresent(why -> fault(at, INVALID, why));
            parameters.put(name, value);
        }
    }
}
