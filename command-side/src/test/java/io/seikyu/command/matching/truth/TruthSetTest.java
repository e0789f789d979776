package io.seikyu.command.matching.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.matching.ShippedMatching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The promise of automatic matching: never wrong, and rarely a person's work where nothing is in doubt. */
class TruthSetTest {
    /** Published; the hold-out seed stands in the page and was run once, after all was built. */
    private static final long SEED = Long.getLong("matching.seed", 20261126);

    private static final int PAYERS = 2_000;
    private static final int TRANSFERS = Integer.getInteger("matching.transfers", 10_000);

    private final MatchingPolicy policy = ShippedMatching.policy();

    @Test
    void nothing_is_allocated_wrongly_and_nine_tenths_of_what_is_clear_without_a_person() throws IOException {
        ConfusionTable table = TruthRun.of(policy, SEED, PAYERS, TRANSFERS);

        String page = System.getProperty("matching.page");
        if (page != null) {
            Files.writeString(Path.of(page), table.markdown());
        }
        assertThat(table.wrong()).as(table.markdown()).isEmpty();
        assertThat(table.automatic()).as(table.markdown()).isGreaterThanOrEqualTo(0.9);
    }
}
