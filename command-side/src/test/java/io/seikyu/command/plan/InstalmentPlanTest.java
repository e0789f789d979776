package io.seikyu.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.ApprovalsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.SchedulesInMemory;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovalStatus;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.plan.InstalmentPlans.Next;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.PlanId;
import io.seikyu.contract.plan.Instalment;
import io.seikyu.contract.plan.PlanCommand.CancelPlan;
import io.seikyu.contract.plan.PlanCommand.JudgeInstalment;
import io.seikyu.contract.plan.PlanCommand.ProposePlan;
import io.seikyu.contract.plan.PlanEnd;
import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import io.seikyu.contract.plan.PlanEvent.PlanAgreed;
import io.seikyu.contract.plan.PlanEvent.PlanEnded;
import io.seikyu.contract.plan.PlanEvent.PlanProposed;
import io.seikyu.contract.plan.PlannedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 60,000 and 40,000 yen in four instalments of 25,000; 2026-05-30 is a Saturday. */
class InstalmentPlanTest {
    private static final PlanId ID = new PlanId("acme", "p1");
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 30);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private final Book book = new Book();
    private final ApprovalsInMemory approvals = new ApprovalsInMemory();
    private final SchedulesInMemory schedules = new SchedulesInMemory();
    private ApprovalState yes;

    @BeforeEach
    void twoInvoices() {
        book.owes("i1", "60000", "2026-03-31");
        book.owes("i2", "40000", "2026-04-30");
    }

    @Test
    void whereTheAgencyHoldsTheClaimsAPlanHoldsAtOnce() {
        fixture()
                .givenNoPriorActivity()
                .when(propose(schedule()))
                .expectEvents(proposed(null), new PlanAgreed("acme", "p1", "a1", Samples.TODAY));

        assertThat(book.joined).containsExactly("i1 p1", "i2 p1");
        assertThat(schedules.planned()).singleElement().satisfies(look -> {
            assertThat(look.dueAt()).isEqualTo("2026-06-01T15:00:00Z");
            assertThat(look.facts()).containsEntry("number", "1");
        });
    }

    @Test
    void theClientCompanyAgreesWhereOneClaimIsItsOwn() {
        book.holder = ClaimHolder.GUARANTEED;

        fixture().givenNoPriorActivity().when(propose(schedule())).expectEvents(proposed("approval-1"));

        assertThat(approvals.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.decider()).isEqualTo(Decider.CLIENT));
        assertThat(book.joined).isEmpty();
    }

    @Test
    void itsOwnPersonsProposalIsItsYes() {
        book.holder = ClaimHolder.AGENT;
        ProposePlan asked = propose(schedule());

        fixture()
                .givenNoPriorActivity()
                .when(new ProposePlan(
                        ID,
                        "a1",
                        asked.invoiceIds(),
                        asked.acknowledgedOn(),
                        null,
                        asked.schedule(),
                        false,
                        true,
                        Samples.TODAY))
                .expectEvents(proposed(null), new PlanAgreed("acme", "p1", "a1", Samples.TODAY));
    }

    @ParameterizedTest
    @CsvSource({"INSTALMENTS,", "GUARANTEE, not-approved"})
    void onlyAMeasureOverInstalmentsIsAYesToThem(CreditMeasure measure, String refused) {
        book.holder = ClaimHolder.AGENT;
        yes = new ApprovalState(
                "acme",
                "m1",
                ApprovalKind.MEASURE,
                Decider.CLIENT,
                "acme/account/a1",
                "a1",
                Map.of(),
                Map.of(),
                Map.of("measure", measure.name()),
                Samples.TODAY,
                Set.of(),
                null,
                ApprovalStatus.CARRIED_OUT);
        ProposePlan asked = propose(schedule());

        ResultValidator<InstalmentPlan> proposed = fixture()
                .givenNoPriorActivity()
                .when(new ProposePlan(
                        ID,
                        "a1",
                        asked.invoiceIds(),
                        asked.acknowledgedOn(),
                        "m1",
                        asked.schedule(),
                        false,
                        false,
                        Samples.TODAY));

        if (refused == null) {
            proposed.expectEvents(proposed("m1"), new PlanAgreed("acme", "p1", "a1", Samples.TODAY));
        } else {
            refused(proposed, refused);
        }
    }

    @Test
    void whatChangedMeanwhileIsNotAgreed() {
        book.holder = ClaimHolder.AGENT;
        AggregateTestFixture<InstalmentPlan> fixture = fixture();
        book.pay("i1", "1", "2026-05-10");

        fixture.given(proposed("approval-1"))
                .when(new JudgeInstalment(ID, 1, MONDAY))
                .expectState(plan -> {
                    Refusal refusal = org.junit.jupiter.api.Assertions.assertThrows(
                            Refusal.class, () -> plan.agree(Samples.TODAY, desk()));
                    assertThat(refusal.code()).isEqualTo("plan-outdated");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "i1,    i1, 100000, 2026-05-30, /invoiceIds/1",
        "i1,    i2,  99999, 2026-05-30, /schedule",
        "i1,    i2, 100000, 2026-04-30, /schedule/0/dueDate",
        "i1,    i2, 100000, 2031-05-02, /schedule/0/dueDate",
        "paid,  i2,  40000, 2026-05-30, /invoiceIds/0",
        "other, i2,  50000, 2026-05-30, /invoiceIds/0",
        "taken, i2,  50000, 2026-05-30, /invoiceIds/0"
    })
    void whatDoesNotFitIsRefusedAtItsPlace(String one, String two, String amount, LocalDate day, String pointer) {
        book.owes("paid", "0", "2026-03-31");
        book.owes("other", "10000", "2026-03-31");
        book.owes("taken", "10000", "2026-03-31");
        book.payers.put("other", "a2");
        book.plans.put("taken", "p0");
        ProposePlan command = new ProposePlan(
                ID,
                "a1",
                List.of(one, two),
                Samples.TODAY,
                null,
                List.of(new Instalment(day, new BigDecimal(amount))),
                false,
                false,
                Samples.TODAY);

        fixture()
                .givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.faults().stream()
                        .anyMatch(fault -> fault.pointer().equals(pointer))));
    }

    @Test
    void anInstalmentIsKeptThroughTheNextBankingDay() {
        book.pay("i1", "25000", "2026-06-01");

        agreed().when(judge(1, MONDAY)).expectNoEvents();
        agreed().when(judge(1, MONDAY.plusDays(1))).expectEvents(judged(1, FIRST, "0"));
        assertThat(schedules.planned())
                .last()
                .satisfies(look -> assertThat(look.facts()).containsEntry("number", "2"));
    }

    @Test
    void whatCameAfterItsDayIsLate() {
        book.pay("i1", "25000", "2026-06-02");

        agreed().when(judge(1, LocalDate.of(2026, 6, 3))).expectEvents(judged(1, FIRST, "25000"));
    }

    @Test
    void nobodyIsJudgedBeforeTheBanksDataCoversTheDay() {
        book.covered = LocalDate.of(2026, 5, 31);

        agreed().when(judge(1, MONDAY.plusDays(1))).expectNoEvents();
        assertThat(schedules.planned())
                .last()
                .satisfies(look -> assertThat(look.dueAt()).isEqualTo("2026-06-02T15:00:00Z"));
    }

    @Test
    void twoMissedInstalmentsMakeAllOfItDue() {
        book.pay("i1", "10000", "2026-05-20");

        agreed().andGiven(judged(1, FIRST, "15000"))
                .when(judge(2, LocalDate.of(2026, 7, 1)))
                .expectEvents(
                        judged(2, LocalDate.of(2026, 6, 30), "40000"),
                        new PlanEnded("acme", "p1", "a1", PlanEnd.ACCELERATED, null));
        assertThat(book.left).containsExactly("i1 ACCELERATED", "i2 ACCELERATED");
    }

    @Test
    void itIsOverWhenEverythingIsPaid() {
        book.pay("i1", "60000", "2026-05-20");
        book.pay("i2", "40000", "2026-05-21");

        agreed().when(judge(1, MONDAY.plusDays(1)))
                .expectEvents(judged(1, FIRST, "0"), new PlanEnded("acme", "p1", "a1", PlanEnd.COMPLETED, null));
    }

    @Test
    void theLastInstalmentLeavesNothingToWaitFor() {
        book.pay("i1", "60000", "2026-05-20");
        book.pay("i2", "39999", "2026-05-21");

        agreed().andGiven(
                        judged(1, FIRST, "0"),
                        judged(2, LocalDate.of(2026, 6, 30), "0"),
                        judged(3, LocalDate.of(2026, 7, 31), "0"))
                .when(judge(4, LocalDate.of(2026, 9, 1)))
                .expectEvents(
                        judged(4, LocalDate.of(2026, 8, 31), "1"),
                        new PlanEnded("acme", "p1", "a1", PlanEnd.ACCELERATED, null));
    }

    @Test
    void aPersonMayEndIt() {
        agreed().when(new CancelPlan(ID, "agreed otherwise"))
                .expectEvents(new PlanEnded("acme", "p1", "a1", PlanEnd.CANCELLED, "agreed otherwise"));
        refused(fixture().given(proposed("approval-1")).when(new CancelPlan(ID, "x")), "plan-not-agreed");
    }

    @ParameterizedTest(name = "with {0} and {1} paid, {2} is due {3} by {4}, on {5}")
    @CsvSource({
        "    0,     0, i1, 25000, 2026-05-30, 2026-05-30",
        "    0,     0, i2, 15000, 2026-07-31, 2026-05-30",
        "25000,     0, i1, 25000, 2026-06-30, 2026-05-30",
        "30000,     0, i1, 20000, 2026-06-30, 2026-05-30",
        "    0, 25000, i1, 25000, 2026-06-30, 2026-05-30",
        "60000,     0, i2, 15000, 2026-07-31, 2026-05-30",
        "    0,     0, i1, 25000, 2026-05-30, 2026-06-30",
        "    0,     0, i1, 50000, 2026-05-30, 2026-07-01",
        "    0,     0, i1, 60000, 2026-05-30, 2026-12-01",
        "60000, 40000, i2,     ,           , 2026-05-30"
    })
    void eachInvoiceHasItsNextDay(
            String one, String two, String invoice, BigDecimal amount, LocalDate day, LocalDate today) {
        book.pay("i1", one, "2026-05-20");
        book.pay("i2", two, "2026-05-20");
        PlanState plan = PlanState.of(proposed(null));

        Optional<Next> next = PlanShares.next(plan, book.lock(plan.invoiceIds()), invoice, today);

        assertThat(next).isEqualTo(Optional.ofNullable(day).map(it -> new Next("p1", it, amount)));
    }

    private AggregateTestFixture<InstalmentPlan> fixture() {
        AggregateTestFixture<InstalmentPlan> fixture = Fixtures.of(InstalmentPlan.class);
        fixture.registerInjectableResources(desk());
        return fixture;
    }

    private PlanDesk desk() {
        return new PlanDesk(
                Samples.accounts(), book, approvals, id -> Optional.ofNullable(yes), schedules, BankCalendar.japan());
    }

    private TestExecutor<InstalmentPlan> agreed() {
        return fixture().given(proposed(null), new PlanAgreed("acme", "p1", "a1", Samples.TODAY));
    }

    private static ProposePlan propose(List<Instalment> schedule) {
        return new ProposePlan(
                ID, "a1", List.of("i1", "i2"), Samples.TODAY, null, schedule, false, false, Samples.TODAY);
    }

    private static PlanProposed proposed(String approval) {
        return new PlanProposed(
                "acme",
                "p1",
                "a1",
                List.of(
                        new PlannedInvoice("i1", new BigDecimal("60000")),
                        new PlannedInvoice("i2", new BigDecimal("40000"))),
                Samples.TODAY,
                schedule(),
                false,
                approval);
    }

    private static List<Instalment> schedule() {
        BigDecimal amount = new BigDecimal("25000");
        return List.of(
                new Instalment(FIRST, amount),
                new Instalment(LocalDate.of(2026, 6, 30), amount),
                new Instalment(LocalDate.of(2026, 7, 31), amount),
                new Instalment(LocalDate.of(2026, 8, 31), amount));
    }

    private static JudgeInstalment judge(int number, LocalDate today) {
        return new JudgeInstalment(ID, number, today);
    }

    private static InstalmentJudged judged(int number, LocalDate day, String missing) {
        return new InstalmentJudged("acme", "p1", "a1", number, day, new BigDecimal(missing));
    }

    private static void refused(ResultValidator<InstalmentPlan> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }

    /** What invoices would say. */
    private static final class Book implements PlannedInvoices {
        final Map<String, BigDecimal> owed = new LinkedHashMap<>();
        final Map<String, LocalDate> due = new LinkedHashMap<>();
        final Map<String, String> payers = new LinkedHashMap<>();
        final Map<String, String> plans = new LinkedHashMap<>();
        final Map<String, Map<LocalDate, BigDecimal>> paid = new LinkedHashMap<>();
        final List<String> joined = new ArrayList<>();
        final List<String> left = new ArrayList<>();
        ClaimHolder holder = ClaimHolder.PURCHASED;
        LocalDate covered = LocalDate.MAX;

        void owes(String invoice, String amount, String dueDate) {
            owed.put(invoice, new BigDecimal(amount));
            due.put(invoice, LocalDate.parse(dueDate));
            paid.put(invoice, new LinkedHashMap<>());
        }

        void pay(String invoice, String amount, String day) {
            paid.get(invoice).merge(LocalDate.parse(day), new BigDecimal(amount), BigDecimal::add);
        }

        @Override
        public List<Covered> lock(Collection<InvoiceId> invoices) {
            return invoices.stream().map(this::find).toList();
        }

        @Override
        public Covered find(InvoiceId id) {
            BigDecimal open = owed.get(id.value()).subtract(paidAfter(id, LocalDate.MIN));
            return new Covered(
                    id,
                    new AccountId("acme", payers.getOrDefault(id.value(), "a1")),
                    true,
                    open,
                    due.get(id.value()),
                    holder,
                    plans.get(id.value()));
        }

        @Override
        public void join(InvoiceId invoice, String planId, LocalDate acknowledgedOn, boolean interestWaived) {
            joined.add(invoice.value() + " " + planId);
        }

        @Override
        public void leave(InvoiceId invoice, String planId, PlanEnd end) {
            left.add(invoice.value() + " " + end);
        }

        @Override
        public boolean known(InvoiceId invoice, LocalDate day) {
            return !covered.isBefore(day);
        }

        @Override
        public BigDecimal paidAfter(InvoiceId invoice, LocalDate day) {
            return paid.get(invoice.value()).entrySet().stream()
                    .filter(payment -> payment.getKey().isAfter(day))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
