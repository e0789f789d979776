package io.seikyu.command.matching.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.matching.MatchingPolicy;
import io.seikyu.command.matching.ShippedMatching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The promise of automatic matching: never wrong, and rarely a person's work where nothing is in doubt. */
class TruthSetTest {
    private static final long PUBLISHED = 20_261_126;
    private static final String BEGIN = "<!-- truth set: begin -->\n";
    private static final String END = "<!-- truth set: end -->\n";

    private final MatchingPolicy policy = ShippedMatching.policy();

    @Test
    void nothingIsAllocatedWronglyAndNineTenthsOfWhatIsClearWithoutAPerson() {
        keepsItsPromise(TruthRun.of(policy, PUBLISHED, 600, 3_000));
    }

    /** {@code benchmarks/matching.sh} runs it: other seeds at full size, and the table into the page. */
    @Test
    @EnabledIfSystemProperty(named = "matching.seeds", matches = "[0-9,]+")
    void thePageShowsWhatBecameOfEachSeed() throws IOException {
        List<ConfusionTable> tables = Arrays.stream(
                        System.getProperty("matching.seeds").split(","))
                .map(seed -> TruthRun.of(policy, Long.parseLong(seed), 2_000, 10_000))
                .toList();
        String page = System.getProperty("matching.page");
        if (page != null) {
            write(Path.of(page), tables.stream().map(ConfusionTable::markdown).collect(Collectors.joining("\n")));
        }
        tables.forEach(TruthSetTest::keepsItsPromise);
    }

    private static void write(Path page, String tables) throws IOException {
        String text = Files.readString(page);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(page, before + tables + text.substring(text.indexOf(END)));
    }

    private static void keepsItsPromise(ConfusionTable table) {
        assertThat(table.wrong()).as(table.markdown()).isEmpty();
        assertThat(table.automatic()).as(table.markdown()).isGreaterThanOrEqualTo(0.9);
    }
}
