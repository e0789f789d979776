package io.seikyu.web.access;

/** Which addresses are guarded by keys. */
final class Routes {
    private static final String GUARDED = "/v1";

    private Routes() {}

    static boolean isGuarded(String path) {
        return path.equals(GUARDED) || path.startsWith(GUARDED + "/");
    }
}
