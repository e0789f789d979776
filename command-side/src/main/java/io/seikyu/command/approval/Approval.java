package io.seikyu.command.approval;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Origin;
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
import io.seikyu.contract.id.ApprovalId;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * Something that waits for a person's yes (承認): asked for, decided once by somebody who had no part in asking, and then
 * carried out in the same commit, or not any more. Without an answer nothing happens, and in time it lapses.
 */
public class Approval {
    @AggregateIdentifier
    private String id;

    private ApprovalState state;

    Approval() {}

    public Approval(ApprovalState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    /** To be called where an aggregate is made. */
    static Approval requested(ApprovalId id, NewApproval asked) {
        Approval approval = new Approval();
        apply(new ApprovalRequested(
                id.tenant(),
                id.value(),
                asked.kind(),
                asked.decider(),
                asked.about(),
                asked.payer() == null ? null : asked.payer().value(),
                asked.reason(),
                asked.facts(),
                asked.personal(),
                asked.work(),
                asked.expiresOn(),
                asked.involved(),
                asked.subject()));
        return approval;
    }

    @CommandHandler
    ApprovalResult decide(DecideApproval command, ApprovedWorks works, Waiting waiting) {
        refuseUnlessFor(command);
        refuseWhenEnded();
        refuseWhenOver(command.today());
        if (!command.approve()) {
            apply(new ApprovalRejected(state.clientId(), state.approvalId(), command.reason(), state.subject()));
            works.drop(state, command.reason());
            waiting.decided(state, "REJECTED");
            return ApprovalResult.of(state);
        }
        apply(new ApprovalGranted(state.clientId(), state.approvalId(), command.reason(), state.subject()));
        waiting.decided(state, "APPROVED");
        return carryOut(new Grant(command.actor(), command.reason(), command.today()), works);
    }

    private ApprovalResult carryOut(Grant grant, ApprovedWorks works) {
        Optional<Refusal> refused = works.carryOut(state, grant);
        if (refused.isEmpty()) {
            apply(new ApprovalCarriedOut(state.clientId(), state.approvalId()));
            return ApprovalResult.of(state);
        }
        String code = refused.get().code();
        String why = refused.get().getMessage();
        apply(new ApprovalNotCarriedOut(state.clientId(), state.approvalId(), code, why));
        works.failed(state, why);
        return ApprovalResult.notDone(state, code, why);
    }

    /** By who asked, or by an administrator, since whoever asked may be away. */
    @CommandHandler
    ApprovalResult withdraw(WithdrawApproval command, ApprovedWorks works, Waiting waiting) {
        if (!state.askers().contains(command.actor()) && !command.roles().contains(Role.ADMIN)) {
            throw Refusal.forbidden("not-asked-by-you", "only who asked for an approval may withdraw it");
        }
        refuseWhenEnded();
        end(command.reason(), waiting);
        works.drop(state, command.reason());
        return ApprovalResult.of(state);
    }

    @CommandHandler
    ApprovalResult expire(ExpireApproval command, ApprovedWorks works, Waiting waiting) {
        if (state.status() == ApprovalStatus.WAITING && state.isOver(command.today())) {
            apply(new ApprovalExpired(state.clientId(), state.approvalId(), command.today()));
            String why = "nobody decided by " + state.expiresOn();
            waiting.ends(state, why);
            works.drop(state, why);
        }
        return ApprovalResult.of(state);
    }

    void overtaken(String why, Waiting waiting) {
        if (state.status() == ApprovalStatus.WAITING) {
            end(why, waiting);
        }
    }

    /** Whoever has to do it did it, or will not. */
    void decidedElsewhere(boolean approved, String reason, Waiting waiting) {
        if (state.status() != ApprovalStatus.WAITING) {
            return;
        }
        waiting.decided(state, approved ? "APPROVED" : "REJECTED");
        if (approved) {
            apply(new ApprovalGranted(state.clientId(), state.approvalId(), reason, state.subject()));
            apply(new ApprovalCarriedOut(state.clientId(), state.approvalId()));
        } else {
            apply(new ApprovalRejected(state.clientId(), state.approvalId(), reason, state.subject()));
        }
    }

    private void end(String why, Waiting waiting) {
        apply(new ApprovalWithdrawn(state.clientId(), state.approvalId(), why, state.subject()));
        waiting.ends(state, "it is not asked for any more");
    }

    /** The role is looked at first: who may not decide at all is not told who may. */
    private void refuseUnlessFor(DecideApproval command) {
        if (!state.decider().isAmong(command.roles())) {
            throw Refusal.forbidden("not-for-this-role", "this waits for " + state.decider() + " to decide");
        }
        if (state.askers().contains(command.actor())) {
            throw Refusal.forbidden(
                    "four-eyes",
                    "who asked for an approval may not decide it: another person has to; to take it back, withdraw it");
        }
    }

    private void refuseWhenEnded() {
        if (state.status() != ApprovalStatus.WAITING) {
            throw Refusal.conflict("approval-ended", "the approval is " + state.status() + ": it waits no more");
        }
    }

    private void refuseWhenOver(LocalDate today) {
        if (state.isOver(today)) {
            throw Refusal.conflict(
                    "approval-expired",
                    "it could be decided until " + state.expiresOn() + ": whoever needs it asks for it anew");
        }
    }

    @EventSourcingHandler
    void on(ApprovalRequested event, @MetaDataValue(Origin.ACTOR) String actor) {
        state = ApprovalState.of(event, actor);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(ApprovalGranted event) {
        state = state.with(ApprovalStatus.GRANTED);
    }

    @EventSourcingHandler
    void on(ApprovalCarriedOut event) {
        state = state.with(ApprovalStatus.CARRIED_OUT);
    }

    @EventSourcingHandler
    void on(ApprovalNotCarriedOut event) {
        state = state.with(ApprovalStatus.NOT_CARRIED_OUT);
    }

    @EventSourcingHandler
    void on(ApprovalRejected event) {
        state = state.with(ApprovalStatus.REJECTED);
    }

    @EventSourcingHandler
    void on(ApprovalWithdrawn event) {
        state = state.with(ApprovalStatus.WITHDRAWN);
    }

    @EventSourcingHandler
    void on(ApprovalExpired event) {
        state = state.with(ApprovalStatus.EXPIRED);
    }

    public ApprovalState state() {
        return state;
    }
}
