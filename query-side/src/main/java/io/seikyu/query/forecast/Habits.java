package io.seikyu.query.forecast;

import io.seikyu.query.account.Payers;
import io.seikyu.query.claim.ClaimView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When payers paid: what was usual at any moment is derived from it. */
final class Habits {
    private static final int MONTHS = 12;

    private final Map<String, Map<String, List<Settlement>>> byClient = new HashMap<>();

    void add(ClaimView claim) {
        Settlement.of(claim)
                .forEach(settlement -> byClient.computeIfAbsent(claim.clientId(), unseen -> new HashMap<>())
                        .computeIfAbsent(Payers.key(claim.clientId(), claim.accountId()), unseen -> new ArrayList<>())
                        .add(settlement));
    }

    /** What was usual in the {@value #MONTHS} months up to that day, as known at that moment; null: as known now. */
    Habit asOf(LocalDate day, @Nullable Instant knownAt) {
        Map<String, long[]> payers = new HashMap<>();
        Map<String, long[]> clients = new HashMap<>();
        byClient.forEach((client, ofClient) -> {
            List<Settlement> all = new ArrayList<>();
            ofClient.forEach((payer, settlements) -> {
                List<Settlement> counted = settlements.stream()
                        .filter(it -> it.isKnown(knownAt))
                        .filter(it -> it.paidOn().isAfter(day.minusMonths(MONTHS))
                                && !it.paidOn().isAfter(day))
                        .toList();
                all.addAll(counted);
                payers.put(payer, sorted(counted));
            });
            clients.put(client, sorted(all));
        });
        return new Habit(payers, clients);
    }

    private static long[] sorted(List<Settlement> settlements) {
        return settlements.stream().mapToLong(Settlement::daysLate).sorted().toArray();
    }
}
