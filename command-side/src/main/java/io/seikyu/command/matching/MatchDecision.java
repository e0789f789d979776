package io.seikyu.command.matching;

import java.util.List;

/** What is to become of a receipt, and why. */
public sealed interface MatchDecision {
    /** The version of the policy that decided. */
    String policyVersion();

    /** The best first. */
    List<MatchCandidate> candidates();

    /**
     * The receipt is clearly for these invoices.
     *
     * @param chosen     all of the receipt's amount is in its shares
     * @param candidates those that were not chosen
     */
    record Allocate(String policyVersion, MatchCandidate chosen, List<MatchCandidate> candidates)
            implements MatchDecision {}

    /** A person has to choose, or to find out who paid. */
    record AskPerson(String policyVersion, List<MatchReason> reasons, List<MatchCandidate> candidates)
            implements MatchDecision {}
}
