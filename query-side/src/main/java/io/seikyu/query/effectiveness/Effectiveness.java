package io.seikyu.query.effectiveness;

import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.query.account.Payers;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.effectiveness.Group.By;
import io.seikyu.query.figures.Share;
import io.seikyu.query.reminder.ReminderView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings reminders together with the claims that they were about. */
final class Effectiveness {
    private final LocalDate today;
    private final Set<By> by;
    private final Map<String, List<Asked>> asked = new HashMap<>();
    private final TreeMap<Group, Effect> groups = new TreeMap<>();
    private final TreeSet<String> clients = new TreeSet<>();
    private final Effect all;

    private record Asked(ReminderView reminder, ReminderItem item) {}

    Effectiveness(LocalDate today, Set<By> by) {
        this.today = today;
        this.by = by;
        this.all = new Effect(today);
    }

    /** All of them come before the claims. */
    void add(ReminderView sent) {
        clients.add(sent.clientId());
        for (ReminderItem item : sent.items()) {
            asked.computeIfAbsent(Payers.key(sent.clientId(), item.invoiceId()), unseen -> new ArrayList<>())
                    .add(new Asked(sent, item));
        }
    }

    void add(ClaimView claim) {
        for (Asked each : asked.getOrDefault(Payers.key(claim.clientId(), claim.invoiceId()), List.of())) {
            Contacted contacted = new Contacted(each.reminder, each.item, claim);
            all.add(contacted);
            groups.computeIfAbsent(Group.of(each.reminder, each.item, by), unseen -> new Effect(today))
                    .add(contacted);
        }
    }

    Answer answer(LocalDate from, LocalDate to) {
        return new Answer(
                List.copyOf(clients),
                from,
                to,
                Share.AT_LEAST,
                all.row(new Group(null, null, null, null)),
                groups.entrySet().stream()
                        .map(each -> each.getValue().row(each.getKey()))
                        .toList());
    }

    /**
     * @param clientIds whose payers were reminded
     * @param atLeast   cases, before a ratio is quoted
     * @param rows      in the order of stages, channels, tones and segments
     */
    record Answer(
            List<String> clientIds,
            LocalDate from,
            LocalDate to,
            int atLeast,
            Effect.Row total,
            List<Effect.Row> rows) {}
}
