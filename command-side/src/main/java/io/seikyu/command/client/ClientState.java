package io.seikyu.command.client;

import io.seikyu.command.decision.Effective;
import io.seikyu.contract.client.ClientDetails;

/** A client company as it is kept in memory and in snapshots. */
public record ClientState(String id, Effective<ClientDetails> history) {}
