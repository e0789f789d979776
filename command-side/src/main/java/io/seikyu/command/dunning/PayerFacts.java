package io.seikyu.command.dunning;

import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.dunning.ContactChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All that dunning looks at, of one payer of one client company.
 *
 * @param now            business time
 * @param background     why he is late, as recorded last; null when nobody knows
 * @param insolvent      contact is forbidden
 * @param held           stopped by a person
 * @param heldUntil      the last day of that, or null: until somebody ends it
 * @param contacts       when he was contacted lately
 * @param reachableBy    by what ways
 */
record PayerFacts(
        Instant now,
        Punctuality punctuality,
        Background background,
        boolean insolvent,
        boolean deteriorating,
        boolean held,
        LocalDate heldUntil,
        List<Instant> contacts,
        Set<ContactChannel> reachableBy,
        List<ItemFacts> items) {

    /** The oldest first, so that a decision does not hang on how they were found. */
    List<ItemFacts> itemsByAge() {
        return items.stream()
                .sorted(Comparator.comparing(ItemFacts::dueDate).thenComparing(ItemFacts::invoiceId))
                .toList();
    }

    /** The same, but for these invoices. */
    PayerFacts without(Collection<String> invoiceIds) {
        return with(items.stream()
                .filter(item -> !invoiceIds.contains(item.invoiceId()))
                .toList());
    }

    PayerFacts with(List<ItemFacts> others) {
        return new PayerFacts(
                now, punctuality, background, insolvent, deteriorating, held, heldUntil, contacts, reachableBy, others);
    }
}
