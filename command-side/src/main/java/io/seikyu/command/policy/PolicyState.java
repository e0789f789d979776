package io.seikyu.command.policy;

/** The version of a policy that holds, as it is kept in memory and in snapshots. */
public record PolicyState(String id, int version, String text) {}
