package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Payers who do not pay, and what is said to them, day by day. */
@Timeout(600)
class DunningIT {
    @TempDir
    private static Path data;

    private static DunnedPayers world;

    @BeforeAll
    static void aSandbox() {
        world = new DunnedPayers(data);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void whoDoesNotPayIsRemindedByMailStageByStage() {
        world.payer("late");
        LocalDate due = world.owes("late", "late-1");
        world.until(due.plusDays(6));

        assertThat(world.story("late")).contains("R1 MAIL SENT");
        JsonNode check = world.reminders("late").stream()
                .filter(it -> it.get("stage").stringValue().equals("R1"))
                .findFirst()
                .orElseThrow();
        assertThat(check.at("/text/body").stringValue()).contains("N-LATE-1".toLowerCase(), "241,880");
        assertThat(check.at("/items/0/amount").stringValue()).isEqualTo("241880");
        JsonNode invoice = world.get("/v1/invoices/late-1").json();
        assertThat(invoice.get("reminders")).isNotEmpty();
    }
}
