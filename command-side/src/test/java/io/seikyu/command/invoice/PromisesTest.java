package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.DepositsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.SchedulesInMemory;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.NewSchedule;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.JudgePromise;
import io.seikyu.contract.invoice.InvoiceCommand.PromisePayment;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.PromiseOutcome;
import io.seikyu.contract.message.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Payers promise to pay, and are held to it. 60,790 yen are open; the promised day is a Saturday. */
class PromisesTest {
    private static final InvoiceId ID = new InvoiceId("acme", "i1");
    private static final LocalDate SATURDAY = LocalDate.of(2026, 5, 30);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private LedgersInMemory ledgers;
    private SchedulesInMemory schedules;
    private LocalDate covered = LocalDate.MAX;

    @Test
    void aPromiseIsHeldToTheNextDayOnWhichBanksAreOpen() {
        issued().when(promise("p1", "60000"))
                .expectEvents(new PaymentPromised("acme", "i1", "a1", "p1", Samples.yen("60000"), SATURDAY, MONDAY));

        NewSchedule judgement = schedules.planned().get(0);
        Due due = new Due(
                judgement.id(),
                judgement.kind(),
                judgement.subject(),
                judgement.dueAt(),
                judgement.facts(),
                judgement.dueAt(),
                0);
        assertThat(new PromisesAreJudged().commands(due))
                .isEqualTo(List.of(new JudgePromise(ID, "p1", MONDAY.plusDays(1))));
    }

    @Test
    void onItsLastDayNobodyIsJudged() {
        promised("60000").when(new JudgePromise(ID, "p1", MONDAY)).expectNoEvents();
    }

    @Test
    void whoPaidInTimeKeptIt() {
        promised("60000", paid("r1", MONDAY, "59000", "1790"), paid("r2", MONDAY, "1000", "790"))
                .when(judge())
                .expectEvents(settled("p1", PromiseOutcome.KEPT, "0"));
        assertThat(ledgers.judged("p1")).isTrue();
    }

    @Test
    void whoPaidTooLittleOrTooLateBrokeIt() {
        promised("60000", paid("r1", MONDAY, "59999", "791"))
                .when(judge())
                .expectEvents(settled("p1", PromiseOutcome.BROKEN, "1"));
        assertThat(ledgers.judged("p1")).isFalse();
        promised("60000", paid("r1", MONDAY.plusDays(1), "60000", "790"))
                .when(judge())
                .expectEvents(settled("p1", PromiseOutcome.BROKEN, "60000"));
    }

    @Test
    void whatWasPaidBeforeThePromiseDoesNotKeepIt() {
        issued().andGiven(paid("r0", SATURDAY.minusDays(9), "30000", "30790"))
                .andGivenCommands(promise("p1", "30000"))
                .when(judge())
                .expectEvents(settled("p1", PromiseOutcome.BROKEN, "30000"));
    }

    @Test
    void nobodyBreaksAPromiseToPayWhatIsNotAskedForAnyMore() {
        InvoiceCredited all = new InvoiceCredited(
                "acme", "i1", "cn1", "CN-1", List.of(), Samples.yen("60790"), Samples.yen("0"), Samples.yen("0"));
        promised("60000", all).when(judge()).expectEvents(settled("p1", PromiseOutcome.LAPSED, "0"));
        assertThat(ledgers.judged("p1")).isNull();
    }

    @Test
    void asLongAsTheBanksDataDoesNotReachTheDayItIsLookedAtAgainADayLater() {
        TestExecutor<Invoice> waiting = promised("60000");
        covered = SATURDAY;
        waiting.when(judge()).expectNoEvents();

        assertThat(schedules.planned().get(1).dueAt())
                .isEqualTo(schedules.planned().get(0).dueAt().plusSeconds(86_400));
    }

    @Test
    void aNewPromiseTakesThePlaceOfTheOneBefore() {
        promised("60000")
                .when(promise("p2", "790"))
                .expectEvents(
                        settled("p1", PromiseOutcome.REPLACED, "0"),
                        new PaymentPromised("acme", "i1", "a1", "p2", Samples.yen("790"), SATURDAY, MONDAY));
        promised("60000", settled("p1", PromiseOutcome.REPLACED, "0"))
                .when(judge())
                .expectNoEvents();
    }

    @Test
    void whatCannotBePromisedIsRefused() {
        refused(issued().when(promise("p1", "60791")), "invalid-promise");
        refused(
                issued().when(new PromisePayment(
                        ID, "p1", Samples.yen("1"), Samples.TODAY.minusDays(1), Samples.TODAY)),
                "invalid-promise");
        refused(issued().andGiven(paid("r1", MONDAY, "60790", "0")).when(promise("p1", "1")), "nothing-open");
        refused(fixture().givenCommands(submit()).when(promise("p1", "1")), "invoice-not-issued");
    }

    private AggregateTestFixture<Invoice> fixture() {
        AggregateTestFixture<Invoice> fixture = Fixtures.of(Invoice.class);
        ledgers = new LedgersInMemory(Samples.accounts());
        schedules = new SchedulesInMemory();
        fixture.registerInjectableResources(
                new InvoiceDesk(
                        Samples.desk(false, ledgers),
                        new NumbersInMemory(),
                        ledgers,
                        new TasksInMemory(),
                        (id, payer, delivery, round, wish, today) -> Channel.MAIL,
                        (tenant, named) -> Optional.empty(),
                        (replaced, told) -> {},
                        new DepositsInMemory("60790"),
                        Samples.claimTerms()),
                new PromiseDesk((invoice, day) -> !covered.isBefore(day), ledgers, schedules, BankCalendar.japan()));
        return fixture;
    }

    private TestExecutor<Invoice> issued() {
        return fixture().givenCommands(submit(), new IssueInvoice(ID, Samples.TODAY));
    }

    private TestExecutor<Invoice> promised(String amount, Object... then) {
        return issued().andGivenCommands(promise("p1", amount)).andGiven(then);
    }

    private static SubmitInvoice submit() {
        return new SubmitInvoice(ID, Samples.document(), Samples.TODAY);
    }

    private static PromisePayment promise(String id, String amount) {
        return new PromisePayment(ID, id, Samples.yen(amount), SATURDAY, Samples.TODAY);
    }

    private static JudgePromise judge() {
        return new JudgePromise(ID, "p1", MONDAY.plusDays(1));
    }

    private static PaymentReceived paid(String receipt, LocalDate day, String amount, String balance) {
        return new PaymentReceived("acme", "i1", receipt, day, Samples.yen(amount), Samples.yen(balance));
    }

    private static PromiseSettled settled(String id, PromiseOutcome outcome, String missing) {
        return new PromiseSettled("acme", "i1", "a1", id, outcome, Samples.yen(missing));
    }

    private static void refused(ResultValidator<Invoice> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
