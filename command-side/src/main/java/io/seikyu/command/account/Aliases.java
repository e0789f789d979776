package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.AliasTaught;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of others under which a payer's money comes in, as people taught them.
 *
 * @param taught the oldest first, at most {@value #MOST}; personal data
 */
public record Aliases(List<Alias> taught) {
    static final int MOST = 50;

    public static final Aliases NONE = new Aliases(List.of());

    /** @param receiptId of the money by which it came out */
    public record Alias(String receiptId, String name) {}

    boolean knows(String receiptId) {
        return taught.stream().anyMatch(alias -> alias.receiptId().equals(receiptId));
    }

    /** @return whether this name, written in the same way, was taught before */
    boolean has(String name) {
        return taught.stream().anyMatch(alias -> alias.name().equals(name));
    }

    Aliases with(AliasTaught event) {
        List<Alias> all = new ArrayList<>(taught);
        all.add(new Alias(event.receiptId(), event.name()));
        return new Aliases(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    Aliases without(String receiptId) {
        return new Aliases(taught.stream()
                .filter(alias -> !alias.receiptId().equals(receiptId))
                .toList());
    }
}
