package io.seikyu.command.credit;

import io.seikyu.command.account.Exposure;
import io.seikyu.command.credit.CreditFacts.PayerData;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Payers to be screened. */
public final class CreditSamples {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Nobody waits for a bank. */
    public static final Overdue OVERDUE = overdue(LocalDate.MAX, LocalDate.MIN);

    private CreditSamples() {}

    public static CreditPolicy shipped() {
        return read(io.seikyu.contract.policy.ShippedPolicies.text(io.seikyu.contract.policy.PolicyKind.CREDIT));
    }

    static CreditPolicy read(String text) {
        List<Fault> faults = new ArrayList<>();
        CreditPolicy policy = read(text, faults);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
        return policy;
    }

    static CreditPolicy read(String text, List<Fault> faults) {
        return new CreditPolicyReader(faults).read("credit/default@0", plain(new Yaml().load(text)));
    }

    /** As the strict reader of texts gives it. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> all = new HashMap<>();
            map.forEach((key, one) -> all.put(String.valueOf(key), plain(one)));
            return all;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CreditSamples::plain).toList();
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }

    /** A company of 20 years that always pays on time, of whom a bureau thinks well. */
    static CreditFacts sound() {
        return new CreditFacts(
                TODAY,
                null,
                new PayerData(
                        LocalDate.of(2000, 4, 1), true, true, "sound.co.jp", yen(2_000_000), BigDecimal.valueOf(2)),
                new Exposure(yen(1_100_000), yen(0), yen(0)),
                paid(12, 0, 0),
                0,
                null,
                List.of(score(Bureau.TDB, 70)),
                false);
    }

    /** Nothing is known of it but what anybody writes into a form. */
    static CreditFacts newcomer() {
        return new CreditFacts(
                TODAY,
                null,
                new PayerData(null, null, null, null, yen(500_000), BigDecimal.valueOf(2)),
                new Exposure(yen(0), yen(0), yen(0)),
                paid(0, 0, 0),
                0,
                null,
                List.of(),
                false);
    }

    static PaymentProfile paid(int onTime, int delays, long daysLate) {
        return paid(onTime, delays, daysLate, 0, 0, 0, Map.of(Method.TRANSFER, onTime + delays));
    }

    static PaymentProfile paid(
            int onTime, int delays, long daysLate, int kept, int broken, int writtenOff, Map<Method, Integer> methods) {
        return new PaymentProfile(
                TODAY.minusMonths(12),
                TODAY,
                onTime + delays,
                0,
                onTime,
                delays,
                daysLate,
                (int) Math.min(daysLate, 400),
                methods,
                kept,
                broken,
                0,
                0,
                writtenOff);
    }

    static KnownSignal score(Bureau bureau, long value) {
        return new KnownSignal(
                "score", SignalKind.BUREAU_SCORE, BigDecimal.valueOf(value), bureau, TODAY.minusDays(30), null);
    }

    static KnownSignal signal(String id, SignalKind kind, int daysAgo, SignalVerdict verdict) {
        return new KnownSignal(id, kind, null, Bureau.OTHER, TODAY.minusDays(daysAgo), verdict);
    }

    /**
     * @param known   the last day that the bank knows
     * @param reached the day on which every invoice reached its payer, or null
     */
    public static Overdue overdue(LocalDate known, LocalDate reached) {
        return new Overdue(new Overdue.Facts() {
            @Override
            public LocalDate knownThrough(ContractId contract, LocalDate today) {
                return known.isBefore(today) ? known : today;
            }

            @Override
            public LocalDate reachedOn(InvoiceId invoice) {
                return reached;
            }
        });
    }

    static CreditFacts overdue(CreditFacts facts, int days) {
        return new CreditFacts(
                facts.today(),
                facts.requested(),
                facts.payer(),
                facts.exposure(),
                facts.payments(),
                days,
                facts.slowing(),
                facts.signals(),
                facts.insolvent());
    }

    static CreditFacts and(CreditFacts facts, KnownSignal... more) {
        List<KnownSignal> all = new ArrayList<>(facts.signals());
        all.addAll(List.of(more));
        return facts.with(all);
    }

    static BigDecimal yen(long amount) {
        return BigDecimal.valueOf(amount);
    }
}
