package io.seikyu.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One sandbox for the tests of a class, each with payers of its own. */
@Timeout(600)
abstract class WithDunnedPayers {
    @TempDir
    private static Path data;

    static DunnedPayers world;

    @BeforeAll
    static void aSandbox() {
        world = new DunnedPayers(data);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
            world = null;
        }
    }
}
