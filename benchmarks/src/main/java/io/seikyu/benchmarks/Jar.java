package io.seikyu.benchmarks;

import java.nio.file.Path;

/** Which version of a library is on the class path. */
final class Jar {
    private Jar() {}

    /** The name of the jar file that {@code type} came from, which ends with its version. */
    static String of(Class<?> type) {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return Path.of(location).getFileName().toString().replaceFirst("\\.jar$", "");
    }
}
