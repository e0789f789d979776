package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What came of reminders, told in figures. */
@Timeout(300)
class DunningEffectIT {
    @TempDir
    private Path data;

    @Test
    void aReminderThatWasFollowedByMoneyAndOneThatWasWrongAreTold() {
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("heeds", "phone", (String) null);
            world.payer("had-paid", "phone", (String) null);
            world.payer("silent", "phone", (String) null);
            world.owes("heeds", "heeds-1");
            world.owes("had-paid", "had-paid-1");
            LocalDate due = world.owes("silent", "silent-1");
            LocalDate reminded = DunnedPayers.bankingDays(due, 2);
            world.until(reminded);
            assertThat(world.story("heeds")).contains("R1 MAIL SENT");
            world.until(reminded.plusDays(1));
            world.pay("heeds", "heeds-1", "241880", reminded.plusDays(1));
            world.pay("had-paid", "had-paid-1", "241880", due);
            world.until(reminded.plusDays(5));

            JsonNode first = row(world, "R1");
            assertThat(first.get("reminders").intValue()).isEqualTo(3);
            assertThat(first.get("asked").stringValue()).isEqualTo("725640");
            assertThat(first.at("/wrongInHindsight/count").intValue()).isEqualTo(1);
            assertThat(first.at("/paidWithin/0/paid/count").intValue()).isEqualTo(1);
            assertThat(first.at("/paidWithin/0/paid/of").intValue()).isEqualTo(2);
            assertThat(first.at("/paidWithin/0/received").stringValue()).isEqualTo("241880");
            assertThat(first.at("/paidWithin/0/paid").has("ratio"))
                    .as("nobody reads anything into two cases")
                    .isFalse();
            assertThat(first.get("medianDays").intValue()).isEqualTo(1);
            JsonNode none = world.get("/v1/dunning-effectiveness?from=2026-01-01&to=2026-01-31")
                    .json();
            assertThat(none.at("/total/reminders").intValue()).isZero();
            assertThat(none.get("rows")).isEmpty();
        }
    }

    private static JsonNode row(DunnedPayers world, String stage) {
        JsonNode answer =
                world.get("/v1/dunning-effectiveness?by=stage&by=channel").json();
        for (JsonNode row : answer.get("rows")) {
            if (row.get("stage").stringValue().equals(stage)) {
                assertThat(row.get("channel").stringValue()).isEqualTo("MAIL");
                assertThat(row.has("tone")).isFalse();
                return row;
            }
        }
        throw new AssertionError(answer.toString());
    }
}
