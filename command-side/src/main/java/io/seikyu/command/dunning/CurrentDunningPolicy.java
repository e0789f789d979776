package io.seikyu.command.dunning;

/** The dunning policy that is in force at this moment. */
@FunctionalInterface
interface CurrentDunningPolicy {
    DunningPolicy inForce();
}
