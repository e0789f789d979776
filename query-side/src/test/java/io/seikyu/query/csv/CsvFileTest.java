package io.seikyu.query.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @Test
    void itBeginsWithItsMarkAndItsColumnsAndEndsEachRowAsTheStandardSays() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile file = new CsvFile(out, List.of("id", "name"));
        file.row(List.of("i1", "山田"));
        file.flush();

        assertThat(Arrays.copyOf(out.toByteArray(), 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFid,name\r\ni1,山田\r\n");
    }

    @Test
    void whatWouldBreakARowIsQuoted() throws IOException {
        assertThat(row("a,b", "say \"yes\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-x", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠x"})
    void aTextThatLooksLikeAFormulaIsNone(String text) throws IOException {
        assertThat(row(text)).isEqualTo("'" + text);
    }

    @Test
    void aFormulaBehindALineBreakIsNoneEither() throws IOException {
        assertThat(row("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void numbersAndDaysStandAsTheyAre() throws IOException {
        assertThat(row(new BigDecimal("-1E+3"), LocalDate.of(2026, 4, 1), true, null))
                .isEqualTo("-1000,2026-04-01,true,");
    }

    private static String row(Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile file = new CsvFile(out, List.of("x"));
        file.row(Arrays.asList(cells));
        file.flush();
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring("\uFEFFx\r\n".length(), text.length() - 2);
    }
}
