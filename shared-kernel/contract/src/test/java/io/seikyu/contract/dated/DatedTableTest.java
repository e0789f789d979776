package io.seikyu.contract.dated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedTableTest {
    @Test
    void rowsAreLinesCellsStandBetweenCommasAndCommentsAreLeftOut() throws IOException {
        assertThat(DatedTable.read(new StringReader("# heading\n\n2026-01-01, 元日 # Thursday\r\n  a,,b  \n")))
                .containsExactly(List.of("2026-01-01", "元日"), List.of("a", "", "b"));
    }

    @Test
    void aTableThatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DatedTable.beside(DatedTableTest.class, "nowhere.csv"))
                .withMessageContaining("nowhere.csv");
    }
}
