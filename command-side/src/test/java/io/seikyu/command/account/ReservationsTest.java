package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.SchedulesInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.contract.account.AccountCommand.ExpireReservation;
import io.seikyu.contract.account.AccountCommand.ReleaseReservation;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Credit is kept free before something is delivered. */
class ReservationsTest {
    private static final AccountId ID = new AccountId("acme", "a1");
    private static final LocalDate DAY = Samples.TODAY;

    private final SchedulesInMemory schedules = new SchedulesInMemory();
    private final AggregateTestFixture<CustomerAccount> account = again();

    @Test
    void asLongAsTheLimitLasts() {
        account.given(opened(), Books.screened("1000"), reserved("r1", "400"))
                .when(reserve("r2", "600"))
                .expectEvents(reserved("r2", "600"))
                .expectState(it -> assertThat(it.exposure(DAY).total()).isEqualByComparingTo("1000"));
    }

    @Test
    void andNotAYenBeyondItWithWhatIsLeft() {
        account.given(
                        opened(),
                        Books.screened("1000"),
                        Books.moved(Books.claim("i1", Stage.ISSUED, 300)),
                        Books.moved(Books.claim("i2", Stage.APPROVED, 200)),
                        reserved("r1", "100"))
                .when(reserve("r2", "401"))
                .expectNoEvents()
                .expectException(refusal("credit-limit-exceeded", "400 yen are left"));
    }

    @Test
    void whatIsOverFreesTheLimit() {
        account.given(opened(), Books.screened("1000"), reserved("r1", "1000"), ended("r1", ReservationEnd.RELEASED))
                .when(reserve("r2", "1000"))
                .expectEvents(reserved("r2", "1000"));
    }

    @Test
    void whatHasExpiredCountsNoMoreThoughNobodyHasSaidSo() {
        account.given(opened(), Books.screened("1000"), reserved("r1", "1000", DAY.minusDays(1)))
                .when(reserve("r2", "1000"))
                .expectEvents(reserved("r2", "1000"));
    }

    @Test
    void whatAnInvoiceUnderReviewCitesDoesNotExpire() {
        account.given(
                        opened(),
                        Books.screened("1000"),
                        reserved("r1", "1000", DAY.minusDays(1)),
                        new ReservationAssigned("acme", "a1", "r1", "i1"))
                .when(reserve("r2", "1"))
                .expectException(refusal("credit-limit-exceeded", " 0 yen are left"));
    }

    @Test
    void nobodyReservesForAPayerThatWasNotScreened() {
        account.given(opened()).when(reserve("r1", "1")).expectException(refusal("payer-not-screened", "screenings"));
    }

    @Test
    void norForAnInsolventOne() {
        account.given(
                        opened(),
                        Books.screened("1000"),
                        new InsolvencyRecorded("acme", "a1", "s1", "破産", DAY, DAY.plusMonths(1)))
                .when(reserve("r1", "1"))
                .expectException(refusal("credit-limit-exceeded", "the payer is insolvent"));
    }

    @Test
    void norForOneOnHold() {
        account.given(opened(), Books.screened("1000"), new CreditHeld("acme", "a1", "PERSON"))
                .when(reserve("r1", "1"))
                .expectException(refusal("credit-limit-exceeded", "nothing more is covered"));
        again().given(opened(), Books.screened("1000", true))
                .when(reserve("r1", "1"))
                .expectException(refusal("credit-limit-exceeded", "nothing more is covered"));
    }

    @Test
    void anIdIsTakenOnce() {
        TestExecutor<CustomerAccount> used =
                account.given(opened(), Books.screened("1000"), reserved("r1", "1"), ended("r1", ReservationEnd.USED));
        used.when(reserve("r1", "1")).expectException(refusal("already-exists", "r1"));
    }

    @Test
    void theLastDayIsNotOverYet() {
        account.given(opened(), Books.screened("1000"))
                .when(new ReserveCredit(ID, "r1", yen("1"), DAY.minusDays(1), DAY))
                .expectException(refusal("invalid-reservation", "must not be before today"));
        again().given(opened(), Books.screened("1000"))
                .when(new ReserveCredit(ID, "r1", yen("1"), DAY.plusYears(1).plusDays(1), DAY))
                .expectException(refusal("invalid-reservation", "within a year"));
        again().given(opened(), Books.screened("1000"))
                .when(new ReserveCredit(ID, "r1", yen("1"), DAY, DAY))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void isGivenBackOnce() {
        account.given(opened(), Books.screened("1000"), reserved("r1", "1"))
                .when(new ReleaseReservation(ID, "r1"))
                .expectEvents(ended("r1", ReservationEnd.RELEASED));
        again().given(opened(), Books.screened("1000"), reserved("r1", "1"), ended("r1", ReservationEnd.RELEASED))
                .when(new ReleaseReservation(ID, "r1"))
                .expectException(refusal("reservation-ended", "RELEASED"));
        again().given(opened())
                .when(new ReleaseReservation(ID, "r1"))
                .expectException(refusal("reservation-not-found", "r1"));
    }

    @Test
    void isNotGivenBackWhileAnInvoiceNeedsIt() {
        account.given(opened(), reserved("r1", "1"), new ReservationAssigned("acme", "a1", "r1", "i1"))
                .when(new ReleaseReservation(ID, "r1"))
                .expectException(refusal("reservation-in-use", "i1"));
    }

    @Test
    void expiresWhenItsLastDayIsOver() {
        account.given(opened(), reserved("r1", "1", DAY))
                .when(new ExpireReservation(ID, "r1", DAY))
                .expectNoEvents();
        again().given(opened(), reserved("r1", "1", DAY))
                .when(new ExpireReservation(ID, "r1", DAY.plusDays(1)))
                .expectEvents(ended("r1", ReservationEnd.EXPIRED));
    }

    @Test
    void isOnTheAgendaForTheDayAfter() {
        account.given(opened(), Books.screened("1000")).when(reserve("r1", "1"));

        NewSchedule planned = schedules.planned().get(0);
        assertThat(BusinessDay.of(planned.dueAt())).isEqualTo(DAY.plusDays(31));
        Instant later = planned.dueAt().plusSeconds(86_400);
        Due due = new Due(planned.id(), planned.kind(), planned.subject(), planned.dueAt(), planned.facts(), later, 0);
        assertThat(new WhenReservationExpires().commands(due))
                .containsExactly(new ExpireReservation(ID, "r1", DAY.plusDays(32)));
    }

    @Test
    void neitherWhatIsOverNorWhatAnInvoiceNeedsExpires() {
        account.given(opened(), reserved("r1", "1", DAY), ended("r1", ReservationEnd.USED))
                .when(new ExpireReservation(ID, "r1", DAY.plusDays(1)))
                .expectNoEvents();
        again().given(opened(), reserved("r1", "1", DAY), new ReservationAssigned("acme", "a1", "r1", "i1"))
                .when(new ExpireReservation(ID, "r1", DAY.plusDays(1)))
                .expectNoEvents();
    }

    private AggregateTestFixture<CustomerAccount> again() {
        AggregateTestFixture<CustomerAccount> fixture = Fixtures.of(CustomerAccount.class);
        fixture.registerInjectableResource(schedules);
        return fixture;
    }

    private static AccountOpened opened() {
        return new AccountOpened("acme", "a1", Samples.account());
    }

    private static ReserveCredit reserve(String id, String amount) {
        return new ReserveCredit(ID, id, yen(amount), DAY.plusDays(30), DAY);
    }

    private static CreditReserved reserved(String id, String amount) {
        return reserved(id, amount, DAY.plusDays(30));
    }

    private static CreditReserved reserved(String id, String amount, LocalDate until) {
        return new CreditReserved("acme", "a1", id, yen(amount), until);
    }

    private static ReservationEnded ended(String id, ReservationEnd cause) {
        return new ReservationEnded("acme", "a1", id, cause, null);
    }

    private static BigDecimal yen(String amount) {
        return Samples.yen(amount);
    }

    private static Matcher<Refusal> refusal(String code, String says) {
        return matches((Refusal refusal) ->
                refusal.code().equals(code) && (refusal.getMessage() + refusal.faults()).contains(says));
    }
}
