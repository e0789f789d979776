package io.seikyu.query.forecast;

import io.seikyu.query.account.Payers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * By how many days payers are late as a rule; negative: sooner.
 *
 * <p>A payer's own median delay is drawn towards the median of all of its client company's payers where there are few
 * invoices: {@code Z · own + (1 − Z) · client's}, {@code Z = n ÷ (n + k)}, the credibility of Bühlmann (1967) with
 * {@code k} = {@value #CREDIBILITY}, so that four settled invoices weigh as much as what is known of the others.
 */
final class Habit {
    /** Fewer say nothing about how long it lasts when it lasts long. */
    static final int LEAST_BEYOND = 8;

    private static final int CREDIBILITY = 4;
    private static final long[] NONE = {};

    private final Map<String, long[]> payers;
    private final Map<String, long[]> clients;

    /** Days late in ascending order: of each payer by its key, and of all payers of each client company. */
    Habit(Map<String, long[]> payers, Map<String, long[]> clients) {
        this.payers = payers;
        this.clients = clients;
    }

    Usual of(String clientId, String accountId) {
        long[] own = own(clientId, accountId);
        long[] all = clients.getOrDefault(clientId, NONE);
        return new Usual(
                own.length,
                own.length == 0 ? null : decimal(median(own, 0), 1),
                all.length,
                all.length == 0 ? null : decimal(median(all, 0), 1),
                decimal(weight(own), 2).doubleValue(),
                days(clientId, accountId));
    }

    /** How late this payer is expected to be, rounded. */
    long days(String clientId, String accountId) {
        long[] own = own(clientId, accountId);
        double weight = weight(own);
        return Math.round(weight * median(own, 0) + (1 - weight) * median(clients.getOrDefault(clientId, NONE), 0));
    }

    private long[] own(String clientId, String accountId) {
        return payers.getOrDefault(Payers.key(clientId, accountId), NONE);
    }

    private static double weight(long[] own) {
        return (double) own.length / (own.length + CREDIBILITY);
    }

    /**
     * How late it becomes when it is that late already: the median of the delays of this client company's payers that were
     * longer; empty for fewer than {@value #LEAST_BEYOND} of them.
     */
    OptionalLong beyond(String clientId, long daysLate) {
        long[] all = clients.getOrDefault(clientId, NONE);
        int from = firstAbove(all, daysLate);
        return all.length - from < LEAST_BEYOND ? OptionalLong.empty() : OptionalLong.of(Math.round(median(all, from)));
    }

    private static int firstAbove(long[] sorted, long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Of those from {@code from} on; zero of none. */
    private static double median(long[] sorted, int from) {
        int count = sorted.length - from;
        int middle = from + count / 2;
        if (count == 0) {
            return 0;
        }
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    private static BigDecimal decimal(double value, int scale) {
        return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
    }

    /**
     * @param settledInvoices  of the payer in the last twelve months, early ones too
     * @param medianDaysLate   of these; absent without any
     * @param clientsInvoices  settled by all payers of the client company
     * @param clientsMedian    days late of these; absent without any
     * @param weight           of the payer's own, 0 to 1
     * @param days             what is expected, rounded
     */
    record Usual(
            int settledInvoices,
            @Nullable BigDecimal medianDaysLate,
            int clientsInvoices,
            @Nullable BigDecimal clientsMedian,
            double weight,
            long days) {}
}
