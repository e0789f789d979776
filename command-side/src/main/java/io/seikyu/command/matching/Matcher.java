package io.seikyu.command.matching;

import io.seikyu.command.matching.MatchingFacts.Transfer;

/** Finds out what money is for, by what is open at this moment. */
@FunctionalInterface
public interface Matcher {
    /**
     * @param tenant whose money it is
     * @param payer  the account it is known to come from, or null
     */
    MatchDecision match(String tenant, Transfer transfer, String payer);
}
