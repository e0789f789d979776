package io.seikyu.command.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskCommand.ClaimTask;
import io.seikyu.contract.task.TaskCommand.CompleteTask;
import io.seikyu.contract.task.TaskCommand.ReleaseTask;
import io.seikyu.contract.task.TaskEvent.TaskClaimed;
import io.seikyu.contract.task.TaskEvent.TaskCompleted;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import io.seikyu.contract.task.TaskEvent.TaskReleased;
import io.seikyu.contract.task.TaskEvent.TaskVoided;
import io.seikyu.contract.task.TaskKind;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** What people do with a task. */
class TaskTest {
    private static final TaskId ID = new TaskId("acme", "t1");
    private static final Set<Role> CLERK = Set.of(Role.OPERATOR);
    private static final Set<Role> REVIEWER = Set.of(Role.REVIEWER);
    private static final TaskClaimed CLAIMED = new TaskClaimed("acme", "t1", "k1");

    private final AggregateTestFixture<Task> task = Fixtures.of(Task.class);

    {
        task.registerInjectableResource(new TaskWorks(java.util.List.of()));
    }

    @Test
    void whoClaimsItHasIt() {
        task.given(errand())
                .when(new ClaimTask(ID, "k1", CLERK))
                .expectEvents(CLAIMED)
                .expectState(t -> assertThat(t.state().assignee()).isEqualTo("k1"));
    }

    @Test
    void onePersonAtATimeHasIt() {
        refused(task.given(errand(), CLAIMED).when(new ClaimTask(ID, "k2", CLERK)), "task-taken", "k1");
        task.given(errand(), CLAIMED).when(new ClaimTask(ID, "k1", CLERK)).expectNoEvents();
    }

    @Test
    void aColleagueMayReleaseItAndThenAnotherMayHaveIt() {
        task.given(errand(), CLAIMED)
                .when(new ReleaseTask(ID, "k2", CLERK))
                .expectEvents(new TaskReleased("acme", "t1"));
        task.given(errand(), CLAIMED, new TaskReleased("acme", "t1"))
                .when(new ClaimTask(ID, "k2", CLERK))
                .expectEvents(new TaskClaimed("acme", "t1", "k2"));
    }

    @Test
    void whoDidItSaysSo() {
        task.given(errand(), CLAIMED)
                .when(new CompleteTask(ID, "k1", CLERK, "FOUND", "by phone"))
                .expectEvents(new TaskCompleted("acme", "t1", "FOUND", "by phone", "acme/account/a1"));
        refused(
                task.given(errand(), CLAIMED).when(new CompleteTask(ID, "k2", CLERK, null, "done")),
                "task-taken",
                "k1");
    }

    @Test
    void aDecisionIsNotMadeByCallingItDone() {
        refused(
                task.given(review()).when(new CompleteTask(ID, "k1", REVIEWER, null, "looks fine")),
                "decided-elsewhere",
                "POST /v1/invoices/i1/decision");
    }

    @Test
    void theCallThatDecidesNamesWhatItDecides() {
        assertThat(TaskKind.RESOLVE_DISPUTE.decision("acme/invoice/i1", Map.of("disputeId", "d1")))
                .contains("POST /v1/invoices/i1/disputes/d1/resolution");
        assertThat(TaskKind.POST_LETTER.decision("acme/invoice/i1", Map.of("deliveryId", "invoice.i1.1")))
                .contains("POST /v1/invoices/i1/deliveries/invoice.i1.1/outcome");
        assertThat(TaskKind.FIX_DELIVERY.decision("acme/invoice/i1", Map.of())).isEmpty();
    }

    @Test
    void eachKindIsForSomeRoles() {
        refused(task.given(errand()).when(new ClaimTask(ID, "k1", REVIEWER)), "not-for-this-role", "FIX_DELIVERY");
        refused(task.given(review()).when(new ClaimTask(ID, "k1", CLERK)), "not-for-this-role", "REVIEW_INVOICE");
        for (Role role : new Role[] {Role.REVIEWER, Role.CLIENT, Role.ADMIN}) {
            task.given(review()).when(new ClaimTask(ID, "k1", Set.of(role))).expectEvents(CLAIMED);
        }
    }

    @Test
    void whatHasEndedIsLeftAlone() {
        TaskVoided ended = new TaskVoided("acme", "t1", "the invoice was cancelled");

        refused(task.given(errand(), ended).when(new ClaimTask(ID, "k1", CLERK)), "task-ended", "VOIDED");
        refused(task.given(errand(), ended).when(new ReleaseTask(ID, "k1", CLERK)), "task-ended", "VOIDED");
        refused(
                task.given(errand(), ended).when(new CompleteTask(ID, "k1", CLERK, null, "done")),
                "task-ended",
                "VOIDED");
    }

    @Test
    void aCauseThatIsTooLongForAnIdStillHasOneOfItsOwn() {
        String longest = "i".repeat(64);
        TaskId first = TaskId.of("acme", "review", longest, 1);

        assertThat(TaskId.of("acme", "review", "i1", 2)).isEqualTo(new TaskId("acme", "review.i1.2"));
        assertThat(first).isEqualTo(TaskId.of("acme", "review", longest, 1));
        assertThat(first).isNotEqualTo(TaskId.of("acme", "review", longest, 2));
        assertThat(first.value()).hasSize(64).startsWith("review.i");
    }

    private static TaskOpened errand() {
        return opened(TaskKind.FIX_DELIVERY, "acme/invoice/i1");
    }

    private static TaskOpened review() {
        return opened(TaskKind.REVIEW_INVOICE, "acme/invoice/i1");
    }

    private static TaskOpened opened(TaskKind kind, String about) {
        return new TaskOpened("acme", "t1", kind, about, "a1", Map.of(), null, "because");
    }

    private static void refused(ResultValidator<Task> result, String code, String saying) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) ->
                        refusal.code().equals(code) && refusal.getMessage().contains(saying)));
    }
}
