package io.seikyu.query.effectiveness;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.query.figures.Share;
import io.seikyu.query.figures.Waiting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums what came after the reminders of one group. After is not because of: no group was left without. */
final class Effect {
    /** Days after a reminder at which it is looked at. */
    static final List<Integer> WITHIN = List.of(3, 7, 14);

    private static final int LONGEST = 14;

    private final LocalDate today;
    private final Set<String> reminders = new HashSet<>();
    private final Set<String> wrong = new HashSet<>();
    private final TreeMap<Integer, Counter> within = new TreeMap<>();
    private final Waiting waiting = new Waiting();
    private BigDecimal asked = BigDecimal.ZERO;
    private int invoices;
    private int disputed;
    private int watched;

    private static final class Counter {
        private int paid;
        private int of;
        private BigDecimal received = BigDecimal.ZERO;
        private BigDecimal asked = BigDecimal.ZERO;
    }

    /** @param today of which not all is known yet: what lies before it is looked at */
    Effect(LocalDate today) {
        this.today = today;
        WITHIN.forEach(days -> within.put(days, new Counter()));
    }

    void add(Contacted contacted) {
        String id = contacted.reminder().clientId() + "/" + contacted.reminder().reminderId();
        reminders.add(id);
        if (contacted.reminder().wrongInHindsight()) {
            wrong.add(id);
        }
        invoices++;
        asked = asked.add(contacted.item().amount());
        if (contacted.after(today) > LONGEST) {
            watched++;
            disputed += contacted.disputedWithin(LONGEST) ? 1 : 0;
        }
        if (contacted.hadToBePaid()) {
            OptionalLong paid = contacted.daysUntilPaid();
            OptionalLong otherwise = contacted.daysUntilOverOtherwise();
            within.forEach((days, counter) -> count(contacted, days, counter, paid, otherwise));
            paid.ifPresentOrElse(
                    waiting::happened, () -> waiting.open(otherwise.orElse(Math.max(0, contacted.after(today) - 1))));
        }
    }

    private void count(Contacted contacted, int days, Counter counter, OptionalLong paid, OptionalLong otherwise) {
        boolean tooEarly = contacted.after(today) <= days;
        if (tooEarly || otherwise.isPresent() && otherwise.getAsLong() <= days) {
            return;
        }
        counter.of++;
        counter.paid += paid.isPresent() && paid.getAsLong() <= days ? 1 : 0;
        counter.asked = counter.asked.add(contacted.item().amount());
        counter.received = counter.received.add(
                contacted.received(days).min(contacted.item().amount()));
    }

    Row row(Group group) {
        return new Row(
                group,
                reminders.size(),
                invoices,
                asked,
                within.entrySet().stream()
                        .map(each -> Within.of(each.getKey(), each.getValue()))
                        .toList(),
                waiting.median().orElse(null),
                Share.of(disputed, watched),
                Share.of(wrong.size(), reminders.size()));
    }

    /**
     * @param reminders        that reached a payer, as far as anybody knows
     * @param invoices         that they were about, each time it was
     * @param asked            for, yen
     * @param paidWithin       by the number of days after
     * @param medianDays       until payment, counting those that wait (Kaplan and Meier); absent while fewer than half have
     *                         paid
     * @param disputed         of the invoices of at least 14 whole days ago, those that the payer objected to within 14 days
     *                         after
     * @param wrongInHindsight of the reminders, those that asked for what had been paid already
     */
    record Row(
            @JsonUnwrapped Group group,
            int reminders,
            int invoices,
            BigDecimal asked,
            List<Within> paidWithin,
            @Nullable Integer medianDays,
            Share disputed,
            Share wrongInHindsight) {}

    /**
     * @param paid     of the invoices of which something was open after the day of the reminder, and of which these days are
     *                 over, those that money then had paid; those that were credited, cancelled or given up in these days
     *                 are left out
     * @param asked    for these invoices, yen
     * @param received on them in these days, yen
     */
    record Within(int days, Share paid, BigDecimal asked, BigDecimal received) {
        private static Within of(int days, Counter counter) {
            return new Within(days, Share.of(counter.paid, counter.of), counter.asked, counter.received);
        }
    }
}
