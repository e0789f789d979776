package io.seikyu.command.receipt;

import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of several invoices a payment is for when the payer does not say (民法 488–489): what is due before what is not, the
 * earlier due date first, and of one due date each in proportion. A pure function; of the money nothing is lost and no
 * yen is divided.
 */
public final class Spread {
    private Spread() {}

    /** What each takes, at most what is open of it; an invoice that takes nothing is left out. */
    public static Map<InvoiceId, BigDecimal> of(BigDecimal money, List<OpenClaim> claims) {
        SortedMap<LocalDate, List<OpenClaim>> byDue =
                claims.stream().collect(Collectors.groupingBy(OpenClaim::dueDate, TreeMap::new, Collectors.toList()));
        Map<InvoiceId, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal left = money;
        for (List<OpenClaim> due : byDue.values()) {
            BigDecimal open = due.stream().map(OpenClaim::open).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal part = left.min(open);
            if (part.signum() > 0) {
                inProportion(part, open, due, shares);
                left = left.subtract(part);
            }
        }
        return shares;
    }

    /** Whole yen each; those that are left go one by one to the largest fractions, of equal ones to the lesser id. */
    private static void inProportion(
            BigDecimal part, BigDecimal open, List<OpenClaim> claims, Map<InvoiceId, BigDecimal> shares) {
        List<Quota> quotas = new ArrayList<>();
        BigDecimal rest = part;
        for (OpenClaim claim : claims) {
            BigDecimal[] share = part.multiply(claim.open()).divideAndRemainder(open);
            BigDecimal whole = share[0].setScale(0, RoundingMode.DOWN);
            quotas.add(new Quota(claim.invoice(), whole, share[1]));
            rest = rest.subtract(whole);
        }
        quotas.sort(Comparator.comparing(Quota::fraction)
                .reversed()
                .thenComparing(quota -> quota.invoice().toString()));
        for (Quota quota : quotas) {
            BigDecimal yen = rest.min(BigDecimal.ONE);
            rest = rest.subtract(yen);
            BigDecimal taken = quota.whole().add(yen);
            if (taken.signum() > 0) {
                shares.put(quota.invoice(), taken);
            }
        }
    }

    private record Quota(InvoiceId invoice, BigDecimal whole, BigDecimal fraction) {}
}
