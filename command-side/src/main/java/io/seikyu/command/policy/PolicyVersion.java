package io.seikyu.command.policy;

/** Which version of a policy holds now. */
public record PolicyVersion(int version) {}
