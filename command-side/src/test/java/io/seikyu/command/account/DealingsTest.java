package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.SchedulesInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.contract.account.AccountCommand.ExpireHold;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountCommand.LiftHold;
import io.seikyu.contract.account.AccountCommand.RecordCorrespondence;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.HoldEnd;
import io.seikyu.contract.account.CorrespondenceChannel;
import io.seikyu.contract.account.CorrespondenceDirection;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.id.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stops a payer's dunning, and what was spoken with it. */
class DealingsTest {
    private static final AccountId ID = new AccountId("acme", "a1");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 10);
    private static final Instant NOW = Instant.parse("2026-05-01T03:00:00Z");
    private static final AccountOpened OPENED = new AccountOpened("acme", "a1", Samples.account());
    private static final DunningHeld HELD = new DunningHeld("acme", "a1", "h1", "-", LAST);
    private static final DunningHeld HELD_ON = new DunningHeld("acme", "a1", "h2", "-", null);

    private final AggregateTestFixture<CustomerAccount> account = Fixtures.of(CustomerAccount.class);
    private final SchedulesInMemory schedules = new SchedulesInMemory();

    @BeforeEach
    void inject() {
        account.registerInjectableResource(Samples.clients(false));
        account.registerInjectableResource(schedules);
    }

    @Test
    void aHoldWithALastDayEndsByItselfWhenThatDayIsOver() {
        account.given(OPENED).when(new HoldDunning(ID, "h1", "-", LAST, TODAY)).expectEvents(HELD);

        NewSchedule expiry = schedules.planned().get(0);
        assertThat(expiry.dueAt()).isEqualTo(Instant.parse("2026-05-10T15:00:00Z"));
        Due due = new Due(
                expiry.id(), expiry.kind(), expiry.subject(), expiry.dueAt(), expiry.facts(), expiry.dueAt(), 0);
        assertThat(new HoldsEnd().commands(due)).isEqualTo(List.of(new ExpireHold(ID, "h1", LAST.plusDays(1))));
    }

    @Test
    void onItsLastDayItStillHoldsAndThenNotAnyMore() {
        account.given(OPENED, HELD)
                .when(new ExpireHold(ID, "h1", LAST))
                .expectNoEvents()
                .expectState(payer -> assertThat(payer.dealings().areHeld(LAST)).isTrue());
        account.given(OPENED, HELD)
                .when(new ExpireHold(ID, "h1", LAST.plusDays(1)))
                .expectEvents(new DunningHoldEnded("acme", "a1", "h1", HoldEnd.EXPIRED))
                .expectState(payer -> assertThat(payer.dealings().areHeld(LAST)).isFalse());
    }

    @Test
    void aHoldWithoutALastDayHoldsUntilItIsLifted() {
        account.given(OPENED, HELD_ON)
                .when(new ExpireHold(ID, "h2", TODAY.plusYears(9)))
                .expectNoEvents()
                .expectState(payer ->
                        assertThat(payer.dealings().areHeld(TODAY.plusYears(9))).isTrue());
        account.given(OPENED, HELD_ON)
                .when(new LiftHold(ID, "h2"))
                .expectEvents(new DunningHoldEnded("acme", "a1", "h2", HoldEnd.LIFTED));
    }

    @Test
    void ofTwoHoldsEachEndsForItself() {
        account.given(OPENED, HELD, HELD_ON).when(new LiftHold(ID, "h2")).expectState(payer -> {
            assertThat(payer.dealings().areHeld(LAST)).isTrue();
            assertThat(payer.dealings().areHeld(LAST.plusDays(1))).isFalse();
        });
    }

    @Test
    void whatIsOverOrThereAlreadyOrNotThereIsRefused() {
        refused(account.given(OPENED).when(new HoldDunning(ID, "h1", "-", TODAY.minusDays(1), TODAY)), "invalid-hold");
        refused(account.given(OPENED, HELD).when(new HoldDunning(ID, "h1", "-", null, TODAY)), "already-exists");
        refused(account.given(OPENED).when(new LiftHold(ID, "h1")), "hold-not-found");
        refused(
                account.given(OPENED, HELD, new DunningHoldEnded("acme", "a1", "h1", HoldEnd.LIFTED))
                        .when(new LiftHold(ID, "h1")),
                "hold-not-found");
    }

    @Test
    void theLastBackgroundThatWasToldIsKept() {
        account.given(OPENED, spoken(Background.CASH_FLOW))
                .when(speak(null, NOW))
                .expectEvents(spoken(null))
                .expectState(payer -> assertThat(payer.dealings().background()).isEqualTo(Background.CASH_FLOW));
    }

    @Test
    void nobodyHasSpokenInTheFuture() {
        refused(account.given(OPENED).when(speak(null, NOW.plusSeconds(1))), "invalid-correspondence");
    }

    private static RecordCorrespondence speak(Background background, Instant at) {
        return new RecordCorrespondence(
                ID, "c1", CorrespondenceChannel.PHONE, CorrespondenceDirection.IN, at, "will pay", background, NOW);
    }

    private static CorrespondenceRecorded spoken(Background background) {
        return new CorrespondenceRecorded(
                "acme",
                "a1",
                "c1",
                CorrespondenceChannel.PHONE,
                CorrespondenceDirection.IN,
                NOW,
                "will pay",
                background);
    }

    private static void refused(ResultValidator<CustomerAccount> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
