package io.seikyu.command.matching;

import io.seikyu.command.decision.Refusal.Fault;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a policy of matching from what its text says, and names everything that is wrong with it at once. */
public final class MatchingPolicyReader {
    private static final BigDecimal YEN = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal DAYS = BigDecimal.valueOf(366);

    private final List<Fault> faults;

    /** @param faults takes what is wrong; with any, the result is to be thrown away */
    public MatchingPolicyReader(List<Fault> faults) {
        this.faults = faults;
    }

    public MatchingPolicy read(String version, Object tree) {
        Map<?, ?> top = map(tree, "", Set.of("automaticFrom", "window", "transferFee", "sums", "candidates"));
        Map<?, ?> window = map(top.get("window"), "/window", Set.of("before", "after"));
        Map<?, ?> fee = map(top.get("transferFee"), "/transferFee", Set.of("usual", "roundAmount"));
        Map<?, ?> sums = map(top.get("sums"), "/sums", Set.of("invoices", "chance"));
        return new MatchingPolicy(
                version,
                new MatchingSettings(
                        whole(top.get("automaticFrom"), "/automaticFrom", 1, BigDecimal.valueOf(101)),
                        whole(window.get("before"), "/window/before", 0, DAYS),
                        whole(window.get("after"), "/window/after", 0, DAYS),
                        fees(fee.get("usual")),
                        whole(fee.get("roundAmount"), "/transferFee/roundAmount", 2, YEN),
                        whole(sums.get("invoices"), "/sums/invoices", 0, BigDecimal.valueOf(30)),
                        chance(sums.get("chance")),
                        whole(top.get("candidates"), "/candidates", 1, BigDecimal.valueOf(50))));
    }

    private Set<Long> fees(Object said) {
        String at = "/transferFee/usual";
        if (!(said instanceof List<?> list)) {
            fault(at, said == null ? "missing" : "invalid", "must be a list of yen");
            return Set.of();
        }
        if (list.size() > 100) {
            fault(at, "invalid", "must be at most 100 fees: with more of them any difference is one");
            return Set.of();
        }
        Set<Long> fees = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            fees.add((long) whole(list.get(i), at + "/" + i, 1, YEN));
        }
        return Set.copyOf(fees);
    }

    private BigDecimal chance(Object said) {
        if (said instanceof BigDecimal number && number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0) {
            return number;
        }
        fault("/sums/chance", said == null ? "missing" : "invalid", "must be a number from 0 to 1");
        return BigDecimal.ZERO;
    }

    private int whole(Object said, String at, int least, BigDecimal most) {
        if (said instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(most) <= 0) {
            return number.intValueExact();
        }
        fault(
                at,
                said == null ? "missing" : "invalid",
                "must be a whole number from " + least + " to " + most.toPlainString());
        return least;
    }

    private Map<?, ?> map(Object said, String at, Set<String> known) {
        if (!(said instanceof Map<?, ?> map)) {
            fault(at, said == null ? "missing" : "invalid", "must be a mapping of names to values");
            return Map.of();
        }
        for (Object name : map.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                fault(
                        at + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1"),
                        "unknown-field",
                        "is unknown here");
            }
        }
        return map;
    }

    private void fault(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }
}
