package io.seikyu.command.matching;

import org.jspecify.annotations.Nullable;

/**
 * Whose money on a collective account is.
 *
 * @param client   the client company that the virtual account or a clear match names, or null: a person has to say it
 * @param decision of money of the agency's over the payers of all client companies that the account serves, who are
 *                 named by their streams
 */
public record Whose(@Nullable String client, MatchDecision decision) {}
