package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.credit.CreditSamples;
import io.seikyu.command.credit.ScreeningDesk;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.task.NewTask;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.ProposeInsolvencyCheck;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.account.AccountCommand.ScreenAccount;
import io.seikyu.contract.account.AccountCommand.ScreenAgain;
import io.seikyu.contract.account.AccountCommand.WatchPayments;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.GradeGiven;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account does about its payer's credit. */
class CreditOfAnAccountTest {
    private static final AccountId ID = new AccountId("acme", "a1");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final AggregateTestFixture<CustomerAccount> account = Fixtures.of(CustomerAccount.class);
    private final TasksInMemory tasks = new TasksInMemory();

    @BeforeEach
    void aDeskWithTheShippedPolicy() {
        account.registerInjectableResource(Samples.clients(false));
        account.registerInjectableResource(new ScreeningDesk(CreditSamples::shipped, CreditSamples.OVERDUE));
        account.registerInjectableResource(tasks);
    }

    @Test
    void theFirstScreeningGivesAGradeAndSaysWhy() {
        account.given(opened()).when(new ScreenAccount(ID, "s1", null, TODAY)).expectState(it -> {
            assertThat(it.credit().grade()).contains(CreditGrade.REDUCED_LIMIT);
            assertThat(it.credit().screening().policyVersion()).isEqualTo("credit/default@0");
            assertThat(it.credit().screening().inputs()).containsEntry("rules", "scorecard@2");
        });
    }

    @Test
    void aChangedGradeIsAnEventAndAnUnchangedOneIsNot() {
        given(opened(), screened("s1", CreditGrade.NORMAL))
                .when(new ScreenAccount(ID, "s2", null, TODAY))
                .expectEventsMatching(matches((List<? super EventMessage<?>> events) -> events.size() == 2
                        && payload(events.get(1)) instanceof GradeGiven given
                        && given.before() == CreditGrade.NORMAL
                        && given.grade() == CreditGrade.REDUCED_LIMIT));
        given(opened(), screened("s1", CreditGrade.REDUCED_LIMIT))
                .when(new ScreenAccount(ID, "s2", null, TODAY))
                .expectEventsMatching(matches((List<? super EventMessage<?>> events) -> events.size() == 1));
    }

    @Test
    void whatHappensTwiceIsScreenedOnce() {
        given(opened(), signal("d1", SignalKind.DETERIORATION))
                .andGivenCommands(new ScreenAgain(ID, "after-7", TODAY))
                .when(new ScreenAgain(ID, "after-7", TODAY))
                .expectNoEvents();
    }

    @Test
    void whoWasNeverScreenedIsNotScreenedForPaying() {
        given(opened()).when(new ScreenAgain(ID, "after-7", TODAY)).expectNoEvents();
    }

    @Test
    void whatStaysUnpaidLeadsToAnotherGradeUnlessItIsDisputedOrCameTooLate() {
        LocalDate due = TODAY.minusDays(60);
        LocalDate before = due.minusDays(1);
        assertThat(screenedAgain(due, TODAY, before, false).credit().grade()).contains(CreditGrade.SHORTER_TERMS);
        assertThat(screenedAgain(due, TODAY, before, false).credit().screening().reasons())
                .contains("OVERDUE");
        assertNothingOverdue(screenedAgain(due, TODAY, before, true));
        assertNothingOverdue(screenedAgain(due, TODAY, due, false));
        assertNothingOverdue(screenedAgain(due, TODAY, null, false));
        assertNothingOverdue(screenedAgain(due, due.plusDays(9), before, false));
        assertNothingOverdue(screenedAgain(TODAY.minusDays(9), TODAY, before, false));
    }

    private CustomerAccount screenedAgain(LocalDate due, LocalDate known, LocalDate reached, boolean disputed) {
        AggregateTestFixture<CustomerAccount> payer = Fixtures.of(CustomerAccount.class);
        payer.registerInjectableResource(
                new ScreeningDesk(CreditSamples::shipped, CreditSamples.overdue(known, reached)));
        payer.registerInjectableResource(tasks);
        List<Object> history = new ArrayList<>(List.of(opened(), screened("s1", CreditGrade.REDUCED_LIMIT), owed(due)));
        if (disputed) {
            history.add(new DisputeNoted("acme", "a1", "late", "d1", null, TODAY));
        }
        AtomicReference<CustomerAccount> after = new AtomicReference<>();
        payer.given(history).when(new ScreenAgain(ID, "on-1", TODAY)).expectState(after::set);
        return after.get();
    }

    private static void assertNothingOverdue(CustomerAccount payer) {
        assertThat(payer.credit().grade()).contains(CreditGrade.REDUCED_LIMIT);
        assertThat(payer.credit().screening().reasons()).doesNotContain("OVERDUE");
    }

    @Test
    void aBankruptcySetsTheLimitToZeroAtOnceAndOpensTheTaskToFileTheClaim() {
        Signal bankrupt =
                new Signal(SignalKind.BANKRUPTCY, null, "官報", TODAY, null, "破産", "管財人", LocalDate.of(2026, 9, 30));
        given(opened(), screened("s1", CreditGrade.NORMAL))
                .when(new RecordSignal(ID, "b1", bankrupt, Set.of(Role.OPERATOR), TODAY))
                .expectEvents(
                        new SignalRecorded("acme", "a1", "b1", bankrupt),
                        new InsolvencyRecorded("acme", "a1", "b1", "破産", TODAY, LocalDate.of(2026, 9, 30)))
                .expectState(it -> {
                    assertThat(it.credit().limit()).contains(BigDecimal.ZERO);
                    assertThat(it.contactStopped()).isTrue();
                });
        assertThat(tasks.open).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.FILE_CLAIM);
            assertThat(task.dueOn()).isEqualTo("2026-09-30");
            assertThat(task.facts()).containsOnly(Map.entry("proceeding", "破産"));
        });
    }

    @Test
    void aDismissedBankruptcyLiftsTheInsolvency() {
        given(
                        opened(),
                        signal("b1", SignalKind.BANKRUPTCY),
                        new InsolvencyRecorded("acme", "a1", "b1", "破産", TODAY, null))
                .when(new JudgeSignal(ID, "b1", SignalVerdict.DISMISSED, "同名の別会社", "other"))
                .expectEvents(
                        new SignalJudged("acme", "a1", "b1", SignalVerdict.DISMISSED, "同名の別会社"),
                        new InsolvencyLifted("acme", "a1", "SIGNAL_DISMISSED"))
                .expectState(it -> assertThat(it.contactStopped()).isFalse());
    }

    @Test
    void onlyWhoAnswersForCreditRecordsAnAntiSocialHit() {
        RecordSignal hit =
                new RecordSignal(ID, "x1", heard(SignalKind.ANTI_SOCIAL, null, TODAY), Set.of(Role.OPERATOR), TODAY);
        given(opened()).when(hit).expectException(refusal("not-for-this-role"));
    }

    @Test
    void aSignalIsJudgedOnce() {
        JudgeSignal judge = new JudgeSignal(ID, "d1", SignalVerdict.CONFIRMED, "-", "clerk");
        given(opened(), signal("d1", SignalKind.DETERIORATION))
                .when(judge)
                .expectEvents(new SignalJudged("acme", "a1", "d1", SignalVerdict.CONFIRMED, "-"));
        given(
                        opened(),
                        signal("d1", SignalKind.DETERIORATION),
                        new SignalJudged("acme", "a1", "d1", SignalVerdict.CONFIRMED, "-"))
                .when(judge)
                .expectException(refusal("signal-judged"));
        given(opened()).when(judge).expectException(refusal("signal-not-found"));
    }

    @Test
    void everyFaultOfASignalIsNamedAtOnce() {
        Signal odd = new Signal(SignalKind.BUREAU_SCORE, null, "TDB", TODAY.plusDays(1), null, "破産", null, TODAY);
        given(opened())
                .when(new RecordSignal(ID, "x", odd, Set.of(Role.OPERATOR), TODAY))
                .expectException(matches((Refusal refusal) -> refusal.code().equals("invalid-signal")
                        && refusal.faults().stream()
                                .map(Refusal.Fault::pointer)
                                .toList()
                                .equals(List.of("/observedOn", "/value", "/proceeding", "/filingDeadline"))));
    }

    @Test
    void twoDeteriorationsAskAPersonToJudgeBoth() {
        given(opened(), signal("d1", SignalKind.DETERIORATION), signal("d2", SignalKind.TAX_ARREARS))
                .when(new ScreenAgain(ID, "after-9", TODAY))
                .expectState(it -> assertThat(it.credit().onHold()).isTrue());
        assertThat(tasks.open).extracting(NewTask::kind).containsExactly(TaskKind.JUDGE_SIGNAL, TaskKind.JUDGE_SIGNAL);
        assertThat(tasks.open).allMatch(task -> task.id().value().startsWith("internal."));
    }

    @Test
    void aPayerWhoGetsSlowerIsNoticedOnce() {
        List<Object> history = new ArrayList<>(List.of(opened()));
        for (int month = 0; month < 10; month++) {
            history.add(paid("i" + month, TODAY.minusMonths(10 - month), 2 * month));
        }
        given(history.toArray())
                .when(new WatchPayments(ID, TODAY))
                .expectEventsMatching(matches((List<? super EventMessage<?>> events) ->
                        payload(events.get(0)) instanceof SlowdownNoticed noticed
                                && noticed.daysPerMonth().compareTo(new BigDecimal("1.5")) > 0
                                && noticed.low().signum() > 0
                                && noticed.invoices() == 10));
        history.add(new SlowdownNoticed(
                "acme", "a1", TODAY.minusDays(7), 9, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE));
        given(history.toArray()).when(new WatchPayments(ID, TODAY)).expectNoEvents();
        given(opened(), paid("i1", TODAY.minusMonths(1), 90))
                .when(new WatchPayments(ID, TODAY))
                .expectNoEvents();
    }

    @Test
    void whatWasHeardElsewhereIsATaskAndNoEventOfTheAccount() {
        given(opened()).when(new ProposeInsolvencyCheck(ID, TODAY)).expectNoEvents();
        assertThat(tasks.open).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.CHECK_INSOLVENCY);
            assertThat(task.id()).isEqualTo(new TaskId("acme", "insolvency.a1.2026-06-30"));
        });
        given(opened(), new InsolvencyRecorded("acme", "a1", "b1", "破産", TODAY, null))
                .when(new ProposeInsolvencyCheck(ID, TODAY))
                .expectNoEvents();
        assertThat(tasks.open).hasSize(1);
    }

    private TestExecutor<CustomerAccount> given(Object... events) {
        return account.given(events);
    }

    private static Object payload(Object event) {
        return ((EventMessage<?>) event).getPayload();
    }

    private static org.hamcrest.Matcher<Refusal> refusal(String code) {
        Predicate<Refusal> has = refusal -> refusal.code().equals(code);
        return matches(has::test);
    }

    private static AccountOpened opened() {
        return new AccountOpened("acme", "a1", Samples.account());
    }

    private static SignalRecorded signal(String id, SignalKind kind) {
        return new SignalRecorded("acme", "a1", id, heard(kind, null, TODAY.minusDays(3)));
    }

    private static Signal heard(SignalKind kind, BigDecimal value, LocalDate on) {
        return new Signal(kind, value, "x", on, null, null, null, null);
    }

    private static CreditScreened screened(String id, CreditGrade grade) {
        return new CreditScreened(
                "acme",
                "a1",
                new Screening(
                        id,
                        TODAY,
                        grade,
                        BigDecimal.TEN,
                        BigDecimal.valueOf(1_000_000),
                        false,
                        "credit/default@0",
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static ClaimMoved owed(LocalDate due) {
        BigDecimal open = BigDecimal.valueOf(1000);
        Claim claim = new Claim("late", "c1", Stage.ISSUED, open, due, null, List.of(), false);
        return new ClaimMoved("acme", "a1", claim, open, BigDecimal.ZERO);
    }

    private static ClaimMoved paid(String id, LocalDate due, int daysLate) {
        Claim claim = new Claim(
                id,
                "c1",
                Stage.SETTLED,
                BigDecimal.ZERO,
                due,
                due.minusDays(30),
                List.of(new Payment("r-" + id, due.plusDays(daysLate), Method.TRANSFER)),
                false);
        return new ClaimMoved("acme", "a1", claim, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static final class TasksInMemory implements Tasks {
        private final List<NewTask> open = new ArrayList<>();

        @Override
        public void open(NewTask task) {
            open.add(task);
        }

        @Override
        public void openAgain(NewTask task) {
            open(task);
        }

        @Override
        public void complete(TaskId id, String outcome) {}

        @Override
        public void close(TaskId id, String why) {}
    }
}
