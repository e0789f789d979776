package io.seikyu.query.effectiveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.SampleClaim;
import io.seikyu.query.effectiveness.Effect.Within;
import io.seikyu.query.effectiveness.Effectiveness.Answer;
import io.seikyu.query.effectiveness.Group.By;
import io.seikyu.query.reminder.ReminderView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectivenessTest {
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    private static final LocalDate SENT = LocalDate.of(2026, 6, 5);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final Effectiveness effectiveness = new Effectiveness(TODAY, EnumSet.allOf(By.class));

    @Test
    void eachInvoiceIsLookedAtThreeSevenAndFourteenDaysAfter() {
        effectiveness.add(reminder("m1", SENT, false, item("a"), item("b"), item("c"), item("d")));
        effectiveness.add(claim("a").paid(SENT.plusDays(3), 1_000).view());
        effectiveness.add(claim("b").paid(SENT.plusDays(4), 1_000).view());
        effectiveness.add(claim("c").paid(SENT.plusDays(10), 400).view());
        effectiveness.add(claim("d").view());

        Effect.Row total = answer().total();

        assertThat(total.reminders()).isEqualTo(1);
        assertThat(total.invoices()).isEqualTo(4);
        assertThat(total.asked()).isEqualByComparingTo("4000");
        assertThat(total.paidWithin()).extracting(Within::days).containsExactly(3, 7, 14);
        assertThat(total.paidWithin()).extracting(it -> it.paid().count()).containsExactly(1, 2, 2);
        assertThat(total.paidWithin()).extracting(it -> it.paid().of()).containsOnly(4);
        assertThat(total.paidWithin())
                .extracting(it -> it.received().intValueExact())
                .containsExactly(1_000, 2_000, 2_400);
        assertThat(total.medianDays()).isEqualTo(4);
        assertThat(total.paidWithin().get(0).paid().ratio()).as("of four").isNull();
    }

    @Test
    void whatWasPaidBeforeIsNoEffectAndTheReminderWasWrong() {
        effectiveness.add(reminder("m1", SENT, true, item("a")));
        effectiveness.add(claim("a").paid(SENT, SENT.plusDays(2), 1_000).view());

        Effect.Row total = answer().total();

        assertThat(total.wrongInHindsight().count()).isEqualTo(1);
        assertThat(total.wrongInHindsight().of()).isEqualTo(1);
        assertThat(total.paidWithin()).extracting(it -> it.paid().of()).containsOnly(0);
        assertThat(total.medianDays()).isNull();
    }

    @Test
    void whatWasCreditedOrGivenUpIsNeitherPaidNorUnpaid() {
        effectiveness.add(reminder("m1", SENT, false, item("a")));
        effectiveness.add(claim("a")
                .less(Kind.WRITTEN_OFF, SENT.plusDays(5), SENT.plusDays(5), 1_000)
                .view());

        assertThat(answer().total().paidWithin())
                .extracting(it -> it.paid().of())
                .containsExactly(1, 0, 0);
    }

    @Test
    void whatIsTooRecentIsNotCountedYet() {
        effectiveness.add(reminder("m1", TODAY.minusDays(7), false, item("a")));
        effectiveness.add(claim("a").disputed(TODAY.minusDays(6), 10).view());

        assertThat(answer().total().paidWithin())
                .extracting(it -> it.paid().of())
                .containsExactly(1, 0, 0);
        assertThat(answer().total().disputed().of()).isZero();
    }

    @Test
    void anObjectionCountsWhenItCameSoonAfter() {
        effectiveness.add(reminder("m1", SENT, false, item("a"), item("b"), item("c")));
        effectiveness.add(claim("a").disputed(SENT.plusDays(13), 10).view());
        effectiveness.add(claim("b").disputed(SENT.plusDays(15), 10).view());
        effectiveness.add(claim("c").disputed(SENT.minusDays(1), 10).view());

        assertThat(answer().total().disputed().count()).isEqualTo(1);
        assertThat(answer().total().disputed().of()).isEqualTo(3);
    }

    @Test
    void twentyCasesHaveARatioWithItsInterval() {
        for (int i = 0; i < 20; i++) {
            effectiveness.add(reminder("m" + i, SENT, false, item("i" + i)));
            effectiveness.add((i < 15 ? claim("i" + i).paid(SENT.plusDays(1), 1_000) : claim("i" + i)).view());
        }

        Within three = answer().total().paidWithin().get(0);

        assertThat(three.paid().ratio()).isEqualTo(0.75);
        assertThat(three.paid().low()).isEqualTo(0.5313);
        assertThat(three.paid().high()).isEqualTo(0.8881);
    }

    @Test
    void groupsAreByTheInvoicesOwnStageAndOnlyByWhatWasAsked() {
        ReminderView mixed = reminder("m1", SENT, false, item("a"), new ReminderItem("b", Stage.R1, 1, amount(1_000)));
        effectiveness.add(mixed);
        effectiveness.add(claim("a").view());
        effectiveness.add(claim("b").view());
        Effectiveness byTone = new Effectiveness(TODAY, Set.of(By.tone));
        byTone.add(mixed);
        byTone.add(claim("a").view());

        assertThat(answer().rows()).extracting(row -> row.group().stage()).containsExactly(Stage.R1, Stage.R2);
        assertThat(byTone.answer(DUE, TODAY).rows()).singleElement().satisfies(row -> {
            assertThat(row.group().tone()).isEqualTo(Tone.GENTLE);
            assertThat(row.group().stage()).isNull();
            assertThat(row.group().segment()).isNull();
        });
    }

    private Answer answer() {
        return effectiveness.answer(DUE, TODAY);
    }

    private static SampleClaim claim(String id) {
        return SampleClaim.of("payer", id, DUE.minusDays(30), DUE, 1_000);
    }

    private static ReminderItem item(String invoice) {
        return new ReminderItem(invoice, Stage.R2, 1, amount(1_000));
    }

    private static BigDecimal amount(long yen) {
        return BigDecimal.valueOf(yen);
    }

    private static ReminderView reminder(String id, LocalDate sent, boolean wrong, ReminderItem... items) {
        return new ReminderView(
                id,
                "acme",
                "payer",
                ReminderView.State.SENT,
                Stage.R2,
                ContactChannel.MAIL,
                Tone.GENTLE,
                "PROMPT",
                false,
                Arrays.asList(items),
                null,
                List.of(),
                List.of(),
                "dunning/default@0",
                SampleClaim.known(sent),
                SampleClaim.known(sent),
                null,
                List.of(),
                List.of(),
                wrong);
    }
}
