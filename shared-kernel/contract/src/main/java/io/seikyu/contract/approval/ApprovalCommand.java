package io.seikyu.contract.approval;

import io.seikyu.contract.Command;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ApprovalId;
import java.time.LocalDate;
import java.util.Set;

/**
 * What can be asked of an approval. {@code actor} is the key of whoever asks, {@code roles} are that key's, {@code today}
 * is the business date.
 */
public sealed interface ApprovalCommand extends Command {
    @Override
    ApprovalId target();

    record DecideApproval(
            ApprovalId target, boolean approve, String reason, String actor, Set<Role> roles, LocalDate today)
            implements ApprovalCommand {}

    record WithdrawApproval(ApprovalId target, String reason, String actor, Set<Role> roles)
            implements ApprovalCommand {}

    /** Takes note that its time is over; before that it says nothing. */
    record ExpireApproval(ApprovalId target, LocalDate today) implements ApprovalCommand {}
}
