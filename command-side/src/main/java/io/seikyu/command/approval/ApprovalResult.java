package io.seikyu.command.approval;

import org.jspecify.annotations.Nullable;

/**
 * What became of an approval.
 *
 * @param notDone why what was approved could not be done any more
 */
public record ApprovalResult(
        String approvalId, ApprovalStatus state, @Nullable NotDone notDone) {
    static ApprovalResult of(ApprovalState state) {
        return new ApprovalResult(state.approvalId(), state.status(), null);
    }

    static ApprovalResult notDone(ApprovalState state, String code, String why) {
        return new ApprovalResult(state.approvalId(), state.status(), new NotDone(code, why));
    }

    /** @param code of the refusal, as the same call would be refused with today */
    public record NotDone(String code, String detail) {}
}
