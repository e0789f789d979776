package io.seikyu.command.dunning;

import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be done about a payer now.
 *
 * @param contact    at most one; it may wait for somebody's yes
 * @param suppressed what the ladder would have had said today, and why it is not
 * @param lookAgain  when time alone may change the decision; null when only an event can
 */
record DunningDecision(Optional<Contact> contact, List<Suppressed> suppressed, Instant lookAgain, ToneChoice voice) {

    DunningDecision and(List<Suppressed> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Suppressed> all = new ArrayList<>(suppressed);
        all.addAll(more);
        return new DunningDecision(contact, List.copyOf(all), lookAgain, voice);
    }

    /**
     * Both, about different invoices of a payer, as different policies decide. Of two contacts the higher stage is made
     * today.
     *
     * @param otherwise when the other one is decided anew
     */
    DunningDecision and(DunningDecision other, Instant otherwise) {
        boolean both = contact.isPresent() && other.contact().isPresent();
        boolean ours = other.contact().isEmpty()
                || contact.isPresent()
                        && !contact.orElseThrow()
                                .stage()
                                .isBelow(other.contact().orElseThrow().stage());
        List<Suppressed> all = new ArrayList<>(suppressed);
        all.addAll(other.suppressed());
        Instant again = Stream.of(lookAgain, other.lookAgain(), both ? otherwise : null)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new DunningDecision(
                ours ? contact : other.contact(), List.copyOf(all), again, ours ? voice : other.voice());
    }

    /** Whether an invoice is to be spoken of, or would be. */
    boolean speaksOf(String invoiceId) {
        return suppressed.stream().anyMatch(it -> it.invoiceId().equals(invoiceId))
                || contact.stream()
                        .flatMap(it -> it.items().stream())
                        .anyMatch(item -> item.invoiceId().equals(invoiceId));
    }

    /**
     * A message to the payer, or a call.
     *
     * @param stage   the highest of its items
     * @param neutral whether it only names facts: nothing that negotiates or presses
     * @param newDate until when payment is asked for, or null
     * @param needs   who has to agree before it is made; nobody: it is made now
     */
    record Contact(
            Stage stage,
            ContactChannel channel,
            Tone tone,
            boolean neutral,
            List<Item> items,
            LocalDate newDate,
            Set<Approver> needs,
            List<Reason> reasons) {
        /** Whether it cannot be made before somebody finds out where he can be reached. */
        boolean isWithoutAddress() {
            return reasons.stream().anyMatch(reason -> reason.code() == ReasonCode.NO_ADDRESS);
        }

        /** Nobody is asked again, because of a further reason. */
        Contact agreed(Reason because) {
            List<Reason> all = new ArrayList<>(reasons);
            all.add(because);
            return new Contact(stage, channel, tone, neutral, items, newDate, Set.of(), List.copyOf(all));
        }
    }

    DunningDecision with(Contact other) {
        return new DunningDecision(Optional.of(other), suppressed, lookAgain, voice);
    }

    /** @param amount what is asked for, yen */
    record Item(String invoiceId, Stage stage, int round, BigDecimal amount) {}

    record Suppressed(String invoiceId, Stage stage, ContactChannel channel, int round, List<Reason> reasons) {}
}
