package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sagas, agenda and lists are made again from the log: nothing is said twice, and nothing is forgotten. */
@Timeout(600)
class LostSagasIT {
    @TempDir
    private Path data;

    @Test
    void whatIsDerivedAgainInMidLadderSendsNothingAndForgetsNothing() {
        LocalDate due;
        List<String> before;
        try (DunnedPayers world = new DunnedPayers(data)) {
            world.payer("late", "phone", (String) null);
            world.payer("waiting", "phone", (String) null);
            due = world.owes("late", "late-1");
            world.owes("waiting", "waiting-1");
            world.done(
                    world.operator,
                    "/v1/invoices/waiting-1/disputes",
                    "{\"disputeId\": \"d\", \"reason\": \"never came\"}");
            world.until(DunnedPayers.bankingDays(due, 2));
            before = world.story("late");
            assertThat(before).contains("R1 MAIL SENT");
            long head = world.seikyu.log().head();
            world.seikyu.bean(MongoDatabase.class).drop();
            assertThat(world.seikyu.log().head()).isEqualTo(head);
        }

        try (DunnedPayers world = DunnedPayers.again(data)) {
            world.pass("PT1H");
            assertThat(world.story("late")).isEqualTo(before);
            assertThat(world.story("waiting")).noneMatch(line -> line.startsWith("R1"));
            world.done(
                    world.seikyu.admin,
                    "/v1/invoices/waiting-1/disputes/d/resolution",
                    "{\"outcome\": \"REJECTED\", \"note\": \"it did\"}");
            world.until(DunnedPayers.bankingDays(due, 6));

            assertThat(world.story("late")).contains("R2 MAIL SENT").doesNotHaveDuplicates();
            assertThat(world.story("waiting")).contains("R1 MAIL SENT").doesNotHaveDuplicates();
        }
    }
}
