package io.seikyu.command.approval;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.task.TaskKind;
import java.util.Map;
import java.util.Optional;

/**
 * What a person of the agency has to do about an approval. What waits for a client company is no task of the agency: its
 * people find it among the approvals. Where either may decide, what asks has opened a task of its own kind.
 */
final class ApprovalTask {
    private ApprovalTask() {}

    static Optional<NewTask> of(ApprovalState approval) {
        return switch (approval.decider()) {
            case CLIENT, REVIEWER_OR_CLIENT -> Optional.empty();
            case REVIEWER -> Optional.of(of(approval, TaskKind.DECIDE_APPROVAL));
            case CREDIT -> Optional.of(of(approval, TaskKind.DECIDE_CREDIT));
        };
    }

    private static NewTask of(ApprovalState approval, TaskKind kind) {
        return new NewTask(
                approval.task(),
                kind,
                approval.id(),
                approval.payer(),
                Map.of("approvalKind", approval.kind().name()),
                approval.expiresOn(),
                "It waits for another person than the one who asked; after this day it lapses");
    }
}
