package io.seikyu.command.credit;

import io.seikyu.command.credit.CreditSettings.BureauSettings;
import io.seikyu.command.credit.CreditSettings.Deterioration;
import io.seikyu.command.credit.CreditSettings.Grade;
import io.seikyu.command.credit.CreditSettings.PaymentSettings;
import io.seikyu.command.credit.CreditSettings.RegistrySettings;
import io.seikyu.command.credit.CreditSettings.Slowdown;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.decision.TreeReader;
import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.PaymentTrend;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a credit policy from what its text says. It also sees to it that a better payer can never come out worse: bands
 * and caps only ever rise with what is better.
 */
public final class CreditPolicyReader extends TreeReader {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final String PERCENT = "100";
    private static final String MOST_YEN = "9999999999999";
    private static final int MOST_DAYS = 3660;

    /** @param faults takes what is wrong */
    public CreditPolicyReader(List<Fault> faults) {
        super(faults);
    }

    /** @return meaningless when there was any fault */
    public CreditPolicy read(String version, Object tree) {
        Map<?, ?> top = map(tree, "");
        Set<String> names = Set.of(
                "weights",
                "bureau",
                "payments",
                "registry",
                "freeMail",
                "positive",
                "overdue",
                "deterioration",
                "ownCap",
                "grades",
                "slowdown");
        unknown(top, names, "");
        Map<String, BigDecimal> weights = shares(
                top.get("weights"),
                "/weights",
                Stream.of(CreditPart.values()).map(CreditPart::text).toList());
        CreditSettings settings = new CreditSettings(
                Stream.of(CreditPart.values())
                        .collect(Collectors.toMap(part -> part, part -> weights.get(part.text()))),
                bureau(top.get("bureau")),
                payments(top.get("payments")),
                registry(top.get("registry")),
                domains(top.get("freeMail")),
                number(top, "positive", "", "0", PERCENT),
                overdue(top.get("overdue")),
                deterioration(top.get("deterioration")),
                yen(top, "ownCap", ""),
                grades(top.get("grades")),
                slowdown(top.get("slowdown")));
        return new CreditPolicy(version, settings);
    }

    private BureauSettings bureau(Object said) {
        Map<?, ?> fields = map(said, "/bureau");
        unknown(fields, Set.of("months", "bands"), "/bureau");
        Map<?, ?> bands = map(fields.get("bands"), "/bureau/bands");
        unknown(bands, names(Bureau.values()), "/bureau/bands");
        Map<Bureau, NavigableMap<BigDecimal, BigDecimal>> all = new EnumMap<>(Bureau.class);
        for (Bureau bureau : Bureau.values()) {
            all.put(bureau, bands(bands.get(bureau.name()), "/bureau/bands/" + bureau, true));
        }
        return new BureauSettings(count(fields, "months", "/bureau", 1, 120), all);
    }

    private PaymentSettings payments(Object said) {
        String at = "/payments";
        Map<?, ?> fields = map(said, at);
        unknown(fields, Set.of("atLeast", "shares", "delayBands", "steadyMethods", "slower"), at);
        Map<String, BigDecimal> shares =
                shares(fields.get("shares"), at + "/shares", List.of("onTime", "delay", "promises", "methods"));
        Set<Method> methods = EnumSet.noneOf(Method.class);
        methods.addAll(choices(fields.get("steadyMethods"), at + "/steadyMethods", Method.class));
        return new PaymentSettings(
                count(fields, "atLeast", at, 1, 100),
                shares.get("onTime"),
                shares.get("delay"),
                shares.get("promises"),
                shares.get("methods"),
                bands(fields.get("delayBands"), at + "/delayBands", false),
                methods,
                number(fields, "slower", at, "0", PERCENT));
    }

    private RegistrySettings registry(Object said) {
        Map<?, ?> fields = map(said, "/registry");
        unknown(fields, Set.of("shares", "ageBands"), "/registry");
        Map<String, BigDecimal> shares = shares(fields.get("shares"), "/registry/shares", List.of("age", "number"));
        return new RegistrySettings(
                shares.get("age"), shares.get("number"), bands(fields.get("ageBands"), "/registry/ageBands", true));
    }

    private Set<String> domains(Object said) {
        Set<String> domains = new LinkedHashSet<>();
        List<?> list = list(said, "/freeMail");
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String domain && domain.matches("[a-z0-9.-]{1,253}")) {
                domains.add(domain);
            } else {
                fault("/freeMail/" + i, INVALID, "must be a domain in small letters, e.g. example.com");
            }
        }
        return Set.copyOf(domains);
    }

    /** A text from before there was such a thing takes no points for it. */
    private NavigableMap<BigDecimal, BigDecimal> overdue(Object said) {
        if (said == null) {
            return new TreeMap<>(Map.of(BigDecimal.ZERO, BigDecimal.ZERO));
        }
        NavigableMap<BigDecimal, BigDecimal> points = bands(said, "/overdue", true);
        if (points.firstEntry().getValue().signum() != 0) {
            fault("/overdue/0", INVALID, "must be 0: who owes nothing pays for nothing");
        }
        return points;
    }

    private Deterioration deterioration(Object said) {
        String at = "/deterioration";
        Map<?, ?> fields = map(said, at);
        unknown(fields, Set.of("lowersForDays", "togetherDays"), at);
        return new Deterioration(
                count(fields, "lowersForDays", at, 1, MOST_DAYS), count(fields, "togetherDays", at, 0, MOST_DAYS));
    }

    private Slowdown slowdown(Object said) {
        String at = "/slowdown";
        Map<?, ?> fields = map(said, at);
        unknown(fields, Set.of("atLeast", "daysPerMonth", "countsDays"), at);
        return new Slowdown(
                count(fields, "atLeast", at, 3, PaymentTrend.MOST),
                number(fields, "daysPerMonth", at, "0.01", "365"),
                count(fields, "countsDays", at, 1, MOST_DAYS));
    }

    private Map<CreditGrade, Grade> grades(Object said) {
        Map<?, ?> fields = map(said, "/grades");
        unknown(fields, names(CreditGrade.values()), "/grades");
        Map<CreditGrade, Grade> grades = new EnumMap<>(CreditGrade.class);
        Grade better = null;
        for (CreditGrade grade : CreditGrade.values()) {
            Grade read = grade(grade, fields.get(grade.name()));
            grades.put(grade, read);
            if (better != null) {
                refuseBetter(grade, read, better);
            }
            better = read;
        }
        return grades;
    }

    private Grade grade(CreditGrade grade, Object said) {
        String at = "/grades/" + grade;
        if (said == null) {
            fault(at, MISSING, "is missing: each grade needs its cap and its measures");
            return new Grade(null, BigDecimal.ZERO, List.of());
        }
        Map<?, ?> fields = map(said, at);
        boolean scored = grade != CreditGrade.DECLINED;
        unknown(fields, scored ? Set.of("from", "cap", "measures") : Set.of("cap", "measures"), at);
        List<CreditMeasure> measures = choices(fields.get("measures"), at + "/measures", CreditMeasure.class);
        if (measures.isEmpty()) {
            fault(at + "/measures", MISSING, "must name at least one measure; NONE when there is nothing to do");
        }
        return new Grade(scored ? number(fields, "from", at, "0", PERCENT) : null, yen(fields, "cap", at), measures);
    }

    private void refuseBetter(CreditGrade grade, Grade read, Grade better) {
        if (read.from() != null && better.from() != null && read.from().compareTo(better.from()) >= 0) {
            fault("/grades/" + grade + "/from", INVALID, "must be below that of the grade before");
        }
        if (grade == CreditGrade.PREPAYMENT
                && read.from() != null
                && read.from().signum() != 0) {
            fault("/grades/" + grade + "/from", INVALID, "must be 0, so that every score has a grade");
        }
        if (read.cap().compareTo(better.cap()) > 0) {
            fault("/grades/" + grade + "/cap", INVALID, "must not be above that of the grade before");
        }
    }

    /** Percentages by name that are 100 together. */
    private Map<String, BigDecimal> shares(Object said, String at, List<String> names) {
        Map<?, ?> fields = map(said, at);
        unknown(fields, Set.copyOf(names), at);
        Map<String, BigDecimal> shares = new TreeMap<>();
        names.forEach(name -> shares.put(name, number(fields, name, at, "1", PERCENT)));
        if (fields.keySet().containsAll(names)
                && shares.values().stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(FULL)
                        != 0) {
            fault(at, INVALID, "must be 100 together");
        }
        return shares;
    }

    /** From which value on there are how many percent. */
    private NavigableMap<BigDecimal, BigDecimal> bands(Object said, String at, boolean rising) {
        NavigableMap<BigDecimal, BigDecimal> bands = new TreeMap<>();
        Map<?, ?> fields = map(said, at);
        fields.forEach((from, percent) -> {
            String text = String.valueOf(from);
            if (!text.matches("[0-9]{1,4}")) {
                fault(at + "/" + escaped(from), INVALID, "must begin at a whole number, 0 or more");
            } else {
                bands.put(new BigDecimal(text), number(fields, text, at, "0", PERCENT));
            }
        });
        if (bands.isEmpty() || bands.firstKey().signum() != 0) {
            fault(at, INVALID, "must begin at 0");
            bands.put(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        List<BigDecimal> percents = new ArrayList<>(bands.values());
        for (int i = 1; i < percents.size(); i++) {
            int order = percents.get(i).compareTo(percents.get(i - 1));
            if (rising ? order < 0 : order > 0) {
                fault(at, INVALID, rising ? "percentages must not fall" : "percentages must not rise");
                break;
            }
        }
        return bands;
    }

    private <E extends Enum<E>> List<E> choices(Object said, String at, Class<E> type) {
        List<E> chosen = new ArrayList<>();
        List<?> list = list(said, at);
        for (int i = 0; i < list.size(); i++) {
            E one = choice(list.get(i), at + "/" + i, type);
            if (one != null) {
                chosen.add(one);
            }
        }
        return List.copyOf(chosen);
    }

    private BigDecimal yen(Map<?, ?> fields, String name, String at) {
        BigDecimal amount = number(fields, name, at, "0", MOST_YEN);
        if (amount.stripTrailingZeros().scale() > 0) {
            fault(at + "/" + name, INVALID, "must be whole yen");
        }
        return amount;
    }

    private static Set<String> names(Enum<?>[] all) {
        return Stream.of(all).map(Enum::name).collect(Collectors.toSet());
    }
}
