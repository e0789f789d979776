package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.seikyu.contract.calendar.BankCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidayFileTest {
    @TempDir
    Path data;

    @Test
    void withoutAFileTheCalendarReachesAsFarAsThisVersionKnows() {
        assertThat(HolidayFile.in(data).horizon())
                .isEqualTo(BankCalendar.japan().horizon());
    }

    @Test
    void aFileOfALaterYearLetsItReachFurther() throws IOException {
        Files.writeString(data.resolve("holidays.csv"), "date,name\n2028/1/1,a\n2028/1/10,b\n2028/11/23,c\n");
        BankCalendar calendar = HolidayFile.in(data);
        assertThat(calendar.horizon()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(calendar.isBankingDay(LocalDate.of(2028, 1, 10))).isFalse();
    }

    @Test
    void aFileThatIsNoSuchTableKeepsTheProgramFromStarting() throws IOException {
        Files.writeString(data.resolve("holidays.csv"), "2028/1/1,only the first\n");
        assertThatIllegalStateException().isThrownBy(() -> HolidayFile.in(data)).withMessageContaining("holidays.csv");
    }
}
