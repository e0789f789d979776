package io.seikyu.eventlog;

import java.util.Optional;

/**
 * A key that can be freed and claimed again. Claims of the log are for ever, so each holding is a generation: {@code
 * name#0} is claimed, freed by claiming {@code name#0/freed}, held again as {@code name#1}, and so on. Two writers who
 * see the same free generation claim the same key, and one is refused.
 *
 * @param name what is held
 */
public record GenerationalKey(String name) {
    /** The claim that holds this key in {@code generation}. */
    public String held(int generation) {
        return name + "#" + generation;
    }

    /** The claim that frees what {@code generation} holds. */
    public String freed(int generation) {
        return held(generation) + "/freed";
    }

    /** The generation in which the key can be claimed; empty while it is held. */
    public static Optional<Integer> freeGeneration(EventLog log, String name) {
        GenerationalKey key = new GenerationalKey(name);
        int claimed = key.claimedGenerations(log);
        boolean held = claimed > 0 && log.holderOf(key.freed(claimed - 1)).isEmpty();
        return held ? Optional.empty() : Optional.of(claimed);
    }

    /** The generation in which the key is held; empty while it is free. */
    public static Optional<Integer> heldGeneration(EventLog log, String name) {
        GenerationalKey key = new GenerationalKey(name);
        int claimed = key.claimedGenerations(log);
        boolean held = claimed > 0 && log.holderOf(key.freed(claimed - 1)).isEmpty();
        return held ? Optional.of(claimed - 1) : Optional.empty();
    }

    /** Generations are claimed in order, so the first that is not claimed is found by doubling and halving. */
    private int claimedGenerations(EventLog log) {
        int above = 1;
        while (log.holderOf(held(above - 1)).isPresent()) {
            above *= 2;
        }
        int claimed = above / 2;
        int free = above - 1;
        while (claimed < free) {
            int middle = (claimed + free) / 2;
            if (log.holderOf(held(middle)).isPresent()) {
                claimed = middle + 1;
            } else {
                free = middle;
            }
        }
        return claimed;
    }
}
