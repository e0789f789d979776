package io.seikyu.command.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.SchedulesInMemory;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.approval.ApprovalCommand.DecideApproval;
import io.seikyu.contract.approval.ApprovalCommand.ExpireApproval;
import io.seikyu.contract.approval.ApprovalCommand.WithdrawApproval;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalCarriedOut;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalExpired;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalGranted;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalNotCarriedOut;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRejected;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRequested;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalWithdrawn;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.id.ApprovalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say yes, and what happens then. */
class ApprovalTest {
    private static final ApprovalId ID = new ApprovalId("acme", "ap1");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 7, 31);
    private static final String PAYER = "acme/account/a1";
    private static final ApprovalGranted GRANTED = new ApprovalGranted("acme", "ap1", "agreed", PAYER);
    private static final ApprovalCarriedOut CARRIED_OUT = new ApprovalCarriedOut("acme", "ap1");

    private final Recording work = new Recording();
    private AggregateTestFixture<Approval> approval;

    @BeforeEach
    void anApproval() {
        approval = Fixtures.of(Approval.class);
        approval.registerInjectableResources(
                new Waiting(new TasksInMemory(), new SchedulesInMemory()), new ApprovedWorks(List.of(work)));
    }

    @Test
    void whatIsApprovedIsCarriedOutAtOnceAndOnce() {
        waiting(Decider.REVIEWER).when(approve("boss", Role.REVIEWER)).expectEvents(GRANTED, CARRIED_OUT);
        assertThat(work.done).containsExactly("ap1 by boss because agreed");

        refused(
                approval.given(requested(Decider.REVIEWER), GRANTED, CARRIED_OUT)
                        .when(approve("another", Role.REVIEWER)),
                "approval-ended",
                "CARRIED_OUT");
        assertThat(work.done).hasSize(1);
    }

    @Test
    void whatDoesNotFitAnyMoreIsNotDoneAndSaysWhy() {
        work.refuses = true;
        waiting(Decider.REVIEWER)
                .when(approve("boss", Role.REVIEWER))
                .expectEvents(
                        GRANTED, new ApprovalNotCarriedOut("acme", "ap1", "write-off-above-balance", "less is open"))
                .expectResultMessagePayload(new ApprovalResult(
                        "ap1",
                        ApprovalStatus.NOT_CARRIED_OUT,
                        new ApprovalResult.NotDone("write-off-above-balance", "less is open")));
        assertThat(work.dropped).containsExactly("less is open");
    }

    @Test
    void whatIsRejectedIsNotDone() {
        waiting(Decider.REVIEWER)
                .when(decide(false, "boss", Set.of(Role.REVIEWER), LAST_DAY))
                .expectEvents(new ApprovalRejected("acme", "ap1", "agreed", PAYER));
        assertThat(work.done).isEmpty();
        assertThat(work.dropped).containsExactly("agreed");
    }

    @ParameterizedTest
    @CsvSource({"asker", "helper"})
    void whoHadAPartInAskingMayNotDecide(String who) {
        refused(waiting(Decider.REVIEWER).when(approve(who, Role.REVIEWER)), "four-eyes", "withdraw");
        refused(
                waiting(Decider.REVIEWER).when(decide(false, who, Set.of(Role.ADMIN), LAST_DAY)),
                "four-eyes",
                "withdraw");
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, CLIENT, true",
        "CLIENT, ADMIN, false",
        "CLIENT, REVIEWER, false",
        "CLIENT, INTEGRATION, false",
        "REVIEWER, REVIEWER, true",
        "REVIEWER, ADMIN, true",
        "REVIEWER, CLIENT, false",
        "REVIEWER, CREDIT, false",
        "CREDIT, CREDIT, true",
        "CREDIT, REVIEWER, false"
    })
    void onlyWhoWasAskedDecides(Decider decider, Role role, boolean may) {
        ResultValidator<Approval> result = waiting(decider).when(approve("boss", role));
        if (may) {
            result.expectEvents(GRANTED, CARRIED_OUT);
        } else {
            refused(result, "not-for-this-role", decider.name());
        }
    }

    @Test
    void itsLastDayIsStillInTime() {
        waiting(Decider.REVIEWER)
                .when(decide(true, "boss", Set.of(Role.REVIEWER), LAST_DAY))
                .expectEvents(GRANTED, CARRIED_OUT);
        refused(
                waiting(Decider.REVIEWER).when(decide(true, "boss", Set.of(Role.REVIEWER), LAST_DAY.plusDays(1))),
                "approval-expired",
                LAST_DAY.toString());
    }

    @Test
    void whatNobodyDecidedLapses() {
        waiting(Decider.REVIEWER).when(new ExpireApproval(ID, LAST_DAY)).expectNoEvents();
        waiting(Decider.REVIEWER)
                .when(new ExpireApproval(ID, LAST_DAY.plusDays(1)))
                .expectEvents(new ApprovalExpired("acme", "ap1", LAST_DAY.plusDays(1)));
        approval.given(requested(Decider.REVIEWER), GRANTED, CARRIED_OUT)
                .when(new ExpireApproval(ID, LAST_DAY.plusDays(1)))
                .expectNoEvents();
        assertThat(work.dropped).hasSize(1);
    }

    @Test
    void whoAskedMayTakeItBack() {
        waiting(Decider.REVIEWER)
                .when(new WithdrawApproval(ID, "a mistake", "asker", Set.of(Role.OPERATOR)))
                .expectEvents(new ApprovalWithdrawn("acme", "ap1", "a mistake", PAYER));
        refused(
                waiting(Decider.REVIEWER).when(new WithdrawApproval(ID, "no", "boss", Set.of(Role.REVIEWER))),
                "not-asked-by-you",
                "only");
    }

    private TestExecutor<Approval> waiting(Decider decider) {
        return approval.given(requested(decider));
    }

    /** The helper stands for the asker too: the fixture gives events without an actor. */
    private static ApprovalRequested requested(Decider decider) {
        return new ApprovalRequested(
                "acme",
                "ap1",
                ApprovalKind.WRITE_OFF,
                decider,
                "acme/invoice/i1",
                "a1",
                "the payer is gone",
                Map.of("amount", "110000"),
                Map.of(),
                Map.of("amount", "110000"),
                LAST_DAY,
                List.of("asker", "helper"),
                PAYER);
    }

    private static DecideApproval approve(String actor, Role role) {
        return decide(true, actor, Set.of(role), LAST_DAY);
    }

    private static DecideApproval decide(boolean approve, String actor, Set<Role> roles, LocalDate today) {
        return new DecideApproval(ID, approve, "agreed", actor, roles, today);
    }

    private static void refused(ResultValidator<Approval> result, String code, String saying) {
        result.expectNoEvents()
                .expectException(matches(failure -> failure instanceof Refusal refusal
                        && refusal.code().equals(code)
                        && refusal.getMessage().contains(saying)));
    }

    private static final class Recording implements ApprovedWork {
        private final List<String> done = new ArrayList<>();
        private final List<String> dropped = new ArrayList<>();
        private boolean refuses;

        @Override
        public ApprovalKind kind() {
            return ApprovalKind.WRITE_OFF;
        }

        @Override
        public void carryOut(ApprovalState approval, Grant grant) {
            if (refuses) {
                throw Refusal.conflict("write-off-above-balance", "less is open");
            }
            done.add(approval.approvalId() + " by " + grant.actor() + " because " + grant.reason());
        }

        @Override
        public void drop(ApprovalState approval, String why) {
            dropped.add(why);
        }
    }
}
