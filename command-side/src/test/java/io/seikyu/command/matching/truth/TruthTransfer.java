package io.seikyu.command.matching.truth;

import io.seikyu.command.matching.MatchingFacts.Transfer;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transfer, and what it truly is for.
 *
 * @param payer       who paid, or null for nobody who is a payer
 * @param paid        yen that it pays of each invoice, without the fee; empty where a person has to say what becomes of it
 * @param fee         yen
 * @param unambiguous whether who knows names, accounts, contracts and open invoices can tell all of that for sure
 */
record TruthTransfer(
        Kind kind, Transfer transfer, Payer payer, Map<Payer.Item, Long> paid, long fee, boolean unambiguous) {
    /** By the invoices' ids, fee included. */
    Map<String, Long> settled() {
        Map<String, Long> settled = new TreeMap<>();
        paid.forEach((item, amount) -> settled.put(item.id, amount));
        return settled;
    }
}
