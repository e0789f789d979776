package io.seikyu.projection;

/**
 * How the projections of a process are fed.
 *
 * @param segments how many parts of a projection can be fed side by side, from its first start on
 * @param atMost   how many of them this process takes
 * @param shared   whether other processes feed the same views: then each tells the others how far it got
 */
public record ProjectionSettings(int segments, int atMost, boolean shared) {
    /** For one process on its own. */
    public static ProjectionSettings alone() {
        return new ProjectionSettings(1, 1, false);
    }
}
