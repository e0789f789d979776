package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.invoice.Reminding.Made;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far an invoice's reminding has come, and who may speak for which stage. */
class RemindingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

    @Test
    void oneReminderAtATimeSpeaksAndAStageIsSaidOnce() {
        Reminding claimed = Reminding.NONE.with(confirmed("r1", Stage.R1));
        assertThat(claimed.isFree("r1", Stage.R1, ContactChannel.MAIL, 1)).isTrue();
        assertThat(claimed.isFree("r2", Stage.R2, ContactChannel.MAIL, 1)).isFalse();

        Reminding made = claimed.with(reminded("r1", Stage.R1), List.of());
        assertThat(made.isFree("r2", Stage.R1, ContactChannel.MAIL, 1)).isFalse();
        assertThat(made.isFree("r2", Stage.R2, ContactChannel.MAIL, 1)).isTrue();
        assertThat(made.isFree("r2", Stage.R2, ContactChannel.MAIL, 2)).isFalse();
    }

    @Test
    void whatDidNotLeaveFreesItsStageUnderTheNextGeneration() {
        Reminding freed = Reminding.NONE.with(confirmed("r1", Stage.R1)).released("r1", 1);
        assertThat(freed.generation()).isEqualTo(1);
        assertThat(freed.isFree("r2", Stage.R1, ContactChannel.MAIL, 1)).isTrue();

        Reminding cameBack =
                Reminding.NONE.with(reminded("r1", Stage.R1), List.of()).released("r1", 1);
        assertThat(cameBack.last()).isEmpty();
    }

    @Test
    void aRejectedDisputeGoesOneStageBackInAnotherRound() {
        Reminding second =
                Reminding.NONE.with(reminded("r1", Stage.R1), List.of()).with(reminded("r2", Stage.R2), List.of());

        Reminding again = second.again(Instant.parse("2026-02-20T03:00:00Z"));

        assertThat(again.round()).isEqualTo(2);
        assertThat(again.last().map(Made::stage)).contains(Stage.R1);
        assertThat(again.notBefore()).isEqualTo("2026-02-20");
        assertThat(again.isFree("r3", Stage.R2, ContactChannel.MAIL, 2)).isTrue();
    }

    @Test
    void anInstalmentBeginsTheNextRoundWithItsFirstWord() {
        Reminding first = Reminding.NONE.with(reminded("r1", Stage.R1), List.of());
        assertThat(first.mayBegin("r2", 2)).isTrue();
        assertThat(first.mayBegin("r2", 3)).isFalse();
        assertThat(first.with(confirmed("r3", Stage.R2)).mayBegin("r2", 2)).isFalse();

        Reminding second = first.with(confirmed("r2", Stage.R1, 2));

        assertThat(second.round()).isEqualTo(2);
        assertThat(second.last()).isEmpty();
        assertThat(second.isFree("r2", Stage.R1, ContactChannel.MAIL, 2)).isTrue();
    }

    @Test
    void whatWasSaidBeforeAReminderIsNoAnswerToIt() {
        Reminding answered = Reminding.NONE.withAnswer().withBrokenPromise();

        Reminding made = answered.with(reminded("r1", Stage.R1), List.of());

        assertThat(made.answered()).isFalse();
        assertThat(made.promiseBroken()).isFalse();
    }

    private static ReminderConfirmed confirmed(String reminder, Stage stage) {
        return confirmed(reminder, stage, 1);
    }

    private static ReminderConfirmed confirmed(String reminder, Stage stage, int round) {
        return new ReminderConfirmed("c", "i", reminder, stage, ContactChannel.MAIL, round, 0, BigDecimal.TEN);
    }

    private static InvoiceReminded reminded(String reminder, Stage stage) {
        return new InvoiceReminded("c", "i", reminder, stage, ContactChannel.MAIL, 1, DAY, null);
    }
}
