package io.seikyu.command.dunning;

/** The dunning policy that is in force at this moment. */
@FunctionalInterface
public interface CurrentDunningPolicy {
    DunningPolicy inForce();
}
