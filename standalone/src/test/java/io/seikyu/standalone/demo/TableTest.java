package io.seikyu.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @ParameterizedTest
    @CsvSource({"Seikyu, 6", "請求, 4", "ｶ)ﾎｸﾄ, 5", "ＡＢ, 4", "か\u3099, 2", "佐藤 花子, 9", "𠮷, 2"})
    void aCharacterTakesOneColumnOrTwo(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void columnsStandUnderEachOtherWhateverTheScript() {
        Table table = new Table("Payer", ">Total", "Status");
        table.add("青空フーズ", "241,880", "PAID");
        table.add("Sato", "15", "OPEN");
        assertThat(table.lines())
                .containsExactly(
                        "Payer         Total  Status",
                        "----------  -------  ------",
                        "青空フーズ  241,880  PAID",
                        "Sato             15  OPEN");
    }

    @Test
    void aRowHasACellForEachHeading() {
        Table table = new Table("One", "Two");
        assertThatIllegalArgumentException().isThrownBy(() -> table.add("alone"));
    }
}
