package io.seikyu.query.reminder;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of what a payer is not reminded.
 *
 * @param suppressed in the order of the invoices' ids
 */
public record SuppressionView(String clientId, String accountId, List<Suppressed> suppressed) {
    /** @param at since when for these reasons */
    public record Suppressed(
            String invoiceId,
            Stage stage,
            ContactChannel channel,
            int round,
            List<DunningReason> reasons,
            String policyVersion,
            Instant at) {}

    static SuppressionView of(@Nullable SuppressionView view, DunningEvent event) {
        return view == null ? new SuppressionView(event.clientId(), event.accountId(), List.of()) : view;
    }

    SuppressionView with(Suppressed next) {
        List<Suppressed> all = Stream.concat(without(Set.of(next.invoiceId())).suppressed.stream(), Stream.of(next))
                .sorted((one, other) -> one.invoiceId().compareTo(other.invoiceId()))
                .toList();
        return new SuppressionView(clientId, accountId, all);
    }

    SuppressionView without(Collection<String> invoiceIds) {
        return new SuppressionView(
                clientId,
                accountId,
                suppressed.stream()
                        .filter(it -> !invoiceIds.contains(it.invoiceId()))
                        .toList());
    }
}
