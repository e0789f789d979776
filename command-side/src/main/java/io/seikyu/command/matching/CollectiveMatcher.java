package io.seikyu.command.matching;

import io.seikyu.command.matching.MatchingFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** Finds out which client company money on a collective account of the agency is for (集金口座). */
@FunctionalInterface
public interface CollectiveMatcher {
    /** @param bankAccountId the agency's account that it came in on; without it the account serves nobody */
    Whose whose(@Nullable String bankAccountId, Transfer transfer);
}
