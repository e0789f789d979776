package io.seikyu.command.contract;

/** A contract as it is kept in memory and in snapshots. */
public record ContractState(String id, ContractHistory history) {}
