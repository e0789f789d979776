package io.seikyu.command.approval;

import io.seikyu.contract.id.ApprovalId;

/**
 * What waits for a person (承認). What is said here is one commit with the events of the running command. Locks: whatever
 * asks is locked before its approval is made; who decides locks the approval first.
 */
public interface Approvals {
    /** @return the id under which it can be decided */
    ApprovalId ask(NewApproval approval);

    /**
     * It is not asked for any more; says nothing when there is no such approval or it has ended. The {@link
     * ApprovedWork} does not hear of it, because whoever withdraws knows.
     */
    void withdraw(ApprovalId id, String why);

    /**
     * It was decided by the call that what it is about has for it, and whoever is asked there has done it. Says nothing
     * when there is no such approval or it has ended.
     */
    void decided(ApprovalId id, boolean approved, String reason);
}
