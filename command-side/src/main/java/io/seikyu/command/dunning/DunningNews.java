package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.command.dunning.DunningDecision.Suppressed;
import io.seikyu.command.dunning.DunningDecisions.Decided;
import io.seikyu.command.dunning.DunningState.Known;
import io.seikyu.contract.dunning.DecisionBasis;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.id.ReminderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is new in a decision, as it is recorded.
 *
 * @param lifted what was suppressed and is not any more
 */
record DunningNews(List<ReminderSuppressed> suppressed, List<SuppressionLifted> lifted, Optional<Planned> planned) {
    /** @param reminder the same, in whole */
    record Planned(ContactPlanned contact, ReminderPlanned reminder) {}

    /**
     * @param before   what was said before
     * @param position as of which it was decided, or null
     */
    static DunningNews of(DunningState before, Decided decided, Instant now, Long position) {
        DecisionBasis basis = new DecisionBasis(DunningPolicy.RULES, now, position);
        return new DunningNews(
                decided.decision().suppressed().stream()
                        .flatMap(it -> suppressed(before, it, decided, basis).stream())
                        .toList(),
                before.suppressed().stream()
                        .map(Known::invoiceId)
                        .filter(id -> !decided.decision().speaksOf(id))
                        .map(id -> new SuppressionLifted(before.clientId(), before.accountId(), id, basis))
                        .toList(),
                decided.decision().contact().map(contact -> planned(before, contact, decided, basis)));
    }

    private static Optional<ReminderSuppressed> suppressed(
            DunningState before, Suppressed it, Decided decided, DecisionBasis basis) {
        List<DunningReason> reasons = it.reasons().stream().map(Reason::told).toList();
        if (!before.isNews(new Known(it.invoiceId(), it.stage(), it.channel(), it.round(), reasons))) {
            return Optional.empty();
        }
        return Optional.of(new ReminderSuppressed(
                before.clientId(),
                before.accountId(),
                it.invoiceId(),
                it.stage(),
                it.channel(),
                it.round(),
                reasons,
                decided.gathered().waitsFor(it.invoiceId(), it.reasons()),
                decided.policyVersion(it.invoiceId()),
                basis));
    }

    private static Planned planned(DunningState before, Contact contact, Decided decided, DecisionBasis basis) {
        int number = before.number() + 1;
        ReminderId reminder = ReminderId.of(before.payer(), number);
        List<ReminderItem> items = DunningDecisions.items(contact);
        return new Planned(
                new ContactPlanned(
                        before.clientId(),
                        before.accountId(),
                        reminder.value(),
                        number,
                        contact.channel(),
                        items,
                        basis.at()),
                new ReminderPlanned(
                        before.clientId(),
                        reminder.value(),
                        before.accountId(),
                        contact.stage(),
                        contact.channel(),
                        contact.tone(),
                        decided.decision().voice().segment().name(),
                        contact.neutral(),
                        items,
                        contact.newDate(),
                        contact.needs().stream().sorted().toList(),
                        contact.reasons().stream().map(Reason::told).toList(),
                        decided.policyVersion(contact.items().get(0).invoiceId()),
                        basis.at(),
                        basis));
    }
}
