package io.seikyu.command.approval;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.task.TaskKind;
import java.util.Map;
import java.util.Optional;

/**
 * What a person of the agency has to do about an approval. What waits for a client company is no task of the agency: its
 * people find it among the approvals.
 */
final class ApprovalTask {
    private ApprovalTask() {}

    static Optional<NewTask> of(ApprovalState approval) {
        if (approval.decider() == Decider.CLIENT) {
            return Optional.empty();
        }
        TaskKind kind = approval.decider() == Decider.CREDIT ? TaskKind.DECIDE_CREDIT : TaskKind.DECIDE_APPROVAL;
        return Optional.of(new NewTask(
                approval.task(),
                kind,
                approval.id(),
                approval.payer(),
                Map.of("approvalKind", approval.kind().name()),
                approval.expiresOn(),
                "It waits for another person than the one who asked; after this day it lapses"));
    }
}
