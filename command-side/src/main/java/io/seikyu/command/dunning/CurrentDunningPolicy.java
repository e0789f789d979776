package io.seikyu.command.dunning;

/** The dunning policies as they are published at this moment. */
@FunctionalInterface
interface CurrentDunningPolicy {
    /**
     * The one that a contract names; the one that holds where no other is named, when it names none or nobody has
     * published it.
     *
     * @param name or null
     */
    DunningPolicy named(String name);

    default DunningPolicy inForce() {
        return named(null);
    }
}
