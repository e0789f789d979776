package io.seikyu.command.approval;

import io.seikyu.contract.approval.ApprovalKind;

/**
 * What approvals of one kind wait with. A bean of this type is all that a new kind needs besides the command that asks.
 * All of it runs within the unit of work that decides, and so becomes one commit with the decision.
 */
public interface ApprovedWork {
    ApprovalKind kind();

    /**
     * The type of the thing it is about, as in the name of its stream, e.g. {@code client}, where one kind has several
     * who carry it out. Null: whatever nobody else of this kind names.
     */
    default String aboutType() {
        return null;
    }

    /**
     * Does what was approved, in the state of this moment. It runs once.
     *
     * @throws io.seikyu.command.decision.Refusal when it does not fit any more: nothing of what was done here happens,
     *                                            and the approval keeps the reason. Nothing else may be thrown for that
     */
    void carryOut(ApprovalState approval, Grant grant);

    /**
     * It will not be done: a person said no, whoever asked took it back, or its time is over. For those who hold
     * something back while it waits.
     */
    default void drop(ApprovalState approval, String why) {}

    /** It was approved and did not fit any more; dropped, if nothing is said. */
    default void failed(ApprovalState approval, String why) {
        drop(approval, why);
    }
}
