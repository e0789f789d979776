package io.seikyu.command.credit;

import io.seikyu.contract.account.PaymentProfile;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a screening looked at, as plain values by name: the agency's to see, and nothing personal. */
public final class CreditInputs {
    /** Which revision of the rules decided. */
    public static final String RULES = "rules";

    /** Yen that somebody wanted to bill besides. */
    public static final String REQUESTED = "requested";

    private final Map<String, String> values = new LinkedHashMap<>();

    private CreditInputs() {}

    static Map<String, String> of(CreditFacts facts, CreditSettings settings, String rules) {
        CreditInputs inputs = new CreditInputs();
        inputs.put(RULES, rules);
        inputs.put(REQUESTED, facts.requested());
        inputs.put("need", CreditPolicy.need(facts));
        inputs.put("ownCap", settings.ownCap());
        inputs.put("exposure.unpaid", facts.exposure().unpaid());
        inputs.put("exposure.approved", facts.exposure().approved());
        inputs.put("exposure.reserved", facts.exposure().reserved());
        inputs.put(facts.payments());
        inputs.put("payments.overdueDays", rules.equals(CreditPolicy.FIRST) ? null : facts.overdue());
        inputs.put("payments.slowingSince", facts.slowing());
        Scorecard.latestScore(facts, settings).ifPresent(score -> {
            inputs.put("bureau.signal", score.signalId());
            inputs.put("bureau.of", score.bureau());
            inputs.put("bureau.score", score.value());
        });
        inputs.put(facts.payer(), settings);
        facts.signals().stream()
                .collect(Collectors.groupingBy(
                        KnownSignal::kind,
                        java.util.TreeMap::new,
                        Collectors.mapping(CreditInputs::text, Collectors.joining(" "))))
                .forEach((kind, signals) -> inputs.put("signals." + kind, signals));
        inputs.put("insolvent", facts.insolvent());
        return inputs.values;
    }

    private static String text(KnownSignal signal) {
        return signal.signalId() + "@" + signal.observedOn() + (signal.verdict() == null ? "" : ":" + signal.verdict());
    }

    private void put(PaymentProfile paid) {
        put("payments.counted", paid.counted());
        put("payments.onTime", paid.onTime());
        put("payments.averageDaysLate", paid.averageDaysLate());
        put("payments.longestDelay", paid.longestDelay());
        put("payments.promisesKept", paid.promisesKept());
        put("payments.promisesBroken", paid.promisesBroken());
        put("payments.disputes", paid.disputes());
        put("payments.writtenOff", paid.writtenOff());
        paid.methods().forEach((method, count) -> put("payments.methods." + method, count));
    }

    private void put(CreditFacts.PayerData payer, CreditSettings settings) {
        put("payer.foundedOn", payer.foundedOn());
        put("payer.numberKnown", payer.numberKnown());
        put("payer.registrationMatches", payer.registrationMatches());
        put(
                "payer.ownMailDomain",
                payer.mailDomain() == null ? null : !settings.freeMail().contains(payer.mailDomain()));
    }

    private void put(String name, Object value) {
        if (value != null) {
            values.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }
}
