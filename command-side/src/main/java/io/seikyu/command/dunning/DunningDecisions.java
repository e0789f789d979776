package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.command.dunning.DunningDecision.Item;
import io.seikyu.command.dunning.DunningDecision.Suppressed;
import io.seikyu.command.reminder.Reminder;
import io.seikyu.command.reminder.ReminderState;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReminderId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is decided about a payer by what is on file: as the log has it at this moment, or as it had it at another. */
final class DunningDecisions {
    private static final Duration AGREED_FOR = Duration.ofDays(14);

    private final DunningFacts facts;
    private final CurrentDunningPolicy policies;
    private final Function<ReminderId, Optional<ReminderState>> reminders;

    DunningDecisions(
            DunningFacts facts,
            CurrentDunningPolicy policies,
            Function<ReminderId, Optional<ReminderState>> reminders) {
        this.facts = facts;
        this.policies = policies;
        this.reminders = reminders;
    }

    /** What would be decided in a replayed world, as that moves on. */
    static DunningDecisions in(ReplayedWorld world, CurrentDunningPolicy policies, BankCalendar calendar) {
        OnFile<Reminder> reminders = world.of(Reminder.class);
        return new DunningDecisions(
                DunningFacts.in(world, calendar),
                policies,
                id -> reminders.find(id.toString()).map(Reminder::state));
    }

    /** @param gathered with it, whose next events may change it */
    record Decided(DunningDecision decision, Gathered gathered, Map<String, String> versions) {
        /** Of the policy that decided about an invoice. */
        String policyVersion(String invoiceId) {
            return versions.get(invoiceId);
        }
    }

    /** What is to be said beside the contacts that are under way. */
    Decided decide(DunningState dunning, Instant now, Instant asked) {
        return decide(dunning, now, asked, null);
    }

    /** @param reminderId whose invoices are decided of as if it were not under way, or null */
    private Decided decide(DunningState dunning, Instant now, Instant asked, String reminderId) {
        Gathered gathered = facts.of(dunning, now, asked);
        PayerFacts left = gathered.facts().without(dunning.spokenOfByOthers(reminderId));
        Map<DunningPolicy, List<ItemFacts>> byPolicy = left.itemsByAge().stream()
                .collect(Collectors.groupingBy(
                        item -> policies.named(gathered.policies().get(item.invoiceId())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<String, String> versions = new HashMap<>();
        List<DunningDecision> decisions = new ArrayList<>();
        byPolicy.forEach((policy, items) -> {
            items.forEach(item -> versions.put(item.invoiceId(), policy.version()));
            decisions.add(withoutDeclined(policy, left.with(items), dunning));
        });
        DunningDecision decision = decisions.stream()
                .reduce((one, other) -> one.and(other, tomorrow(asked)))
                .orElseGet(() -> policies.inForce().decide(left));
        return new Decided(withoutAskingAgain(decision, dunning, asked), gathered, versions);
    }

    /** What everybody agreed to lately, and could not leave, needs no other yes. */
    private DunningDecision withoutAskingAgain(DunningDecision decision, DunningState dunning, Instant asked) {
        return decision.contact()
                .filter(contact -> !contact.needs().isEmpty() && dunning.number() > 0)
                .flatMap(contact -> reminders
                        .apply(ReminderId.of(dunning.payer(), dunning.number()))
                        .filter(last -> last.wasAgreedAndWithdrawn() && isSame(contact, last))
                        .filter(last -> last.plannedAt().plus(AGREED_FOR).isAfter(asked))
                        .map(last -> contact.agreed(Reason.of(ReasonCode.AGREED_BEFORE, last.reminderId()))))
                .map(decision::with)
                .orElse(decision);
    }

    private Instant tomorrow(Instant now) {
        return policies.inForce().nextOpening(BusinessDay.at(BusinessDay.of(now).plusDays(1), LocalTime.MIDNIGHT));
    }

    /** What a person said no to is not proposed again in the same round. */
    private static DunningDecision withoutDeclined(DunningPolicy policy, PayerFacts facts, DunningState dunning) {
        PayerFacts left = facts;
        List<Suppressed> declined = new ArrayList<>();
        while (true) {
            DunningDecision decision = policy.decide(left);
            List<Item> no = decision.contact()
                    .map(contact -> contact.items().stream()
                            .filter(item ->
                                    dunning.isDeclined(item.invoiceId(), item.stage(), contact.channel(), item.round()))
                            .toList())
                    .orElse(List.of());
            if (no.isEmpty()) {
                return decision.and(declined);
            }
            Contact contact = decision.contact().orElseThrow();
            no.forEach(item -> declined.add(new Suppressed(
                    item.invoiceId(),
                    item.stage(),
                    contact.channel(),
                    item.round(),
                    List.of(Reason.of(ReasonCode.DECLINED)))));
            List<String> ids = no.stream().map(Item::invoiceId).toList();
            left = left.without(ids);
        }
    }

    /** Why a planned contact is not what would be decided of the same day by what is known now; empty when it is. */
    List<DunningReason> against(ReminderState reminder, DunningState dunning, Instant now) {
        DunningDecision again = decide(dunning, now, reminder.plannedAt(), reminder.reminderId())
                .decision();
        if (again.contact().filter(contact -> isSame(contact, reminder)).isPresent()) {
            return List.of();
        }
        List<String> about =
                reminder.items().stream().map(ReminderItem::invoiceId).toList();
        List<DunningReason> why = again.suppressed().stream()
                .filter(it -> about.contains(it.invoiceId()))
                .flatMap(it -> it.reasons().stream())
                .map(Reason::told)
                .distinct()
                .toList();
        return why.isEmpty() ? List.of(new DunningReason("DECIDED_ANEW", null)) : why;
    }

    private static boolean isSame(Contact contact, ReminderState reminder) {
        return contact.stage() == reminder.stage()
                && contact.channel() == reminder.channel()
                && contact.tone() == reminder.tone()
                && contact.neutral() == reminder.neutral()
                && contact.items().size() == reminder.items().size()
                && items(contact).stream()
                        .allMatch(item -> reminder.items().stream().anyMatch(planned -> isSame(item, planned)));
    }

    private static boolean isSame(ReminderItem one, ReminderItem other) {
        return one.invoiceId().equals(other.invoiceId())
                && one.stage() == other.stage()
                && one.round() == other.round()
                && one.amount().compareTo(other.amount()) == 0;
    }

    static List<ReminderItem> items(Contact contact) {
        return contact.items().stream()
                .map(item -> new ReminderItem(item.invoiceId(), item.stage(), item.round(), item.amount()))
                .toList();
    }

    /** When the payer may be contacted, once a day; {@code now} when that is now. */
    Instant opening(DunningState dunning, ReminderState reminder, Instant now) {
        LocalDate today = BusinessDay.of(now);
        Instant from = dunning.wasContacted(today) ? BusinessDay.at(today.plusDays(1), LocalTime.MIDNIGHT) : now;
        return opensAt(reminder, from);
    }

    /** The first time from {@code now} on at which a reminder may leave. */
    Instant opensAt(ReminderState reminder, Instant now) {
        return policyOf(reminder).nextOpening(now);
    }

    /** All its invoices have the same. */
    private DunningPolicy policyOf(ReminderState reminder) {
        InvoiceId first =
                new InvoiceId(reminder.clientId(), reminder.items().get(0).invoiceId());
        return policies.named(facts.policyOf(first).orElse(null));
    }

    /** Until when a contact asks for payment that is made today, or null. */
    LocalDate newDate(ReminderState reminder, LocalDate today) {
        return policyOf(reminder)
                .newDate(Segment.valueOf(reminder.segment()), reminder.stage(), reminder.channel(), today)
                .orElse(null);
    }
}
