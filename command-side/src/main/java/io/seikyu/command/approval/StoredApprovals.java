package io.seikyu.command.approval;

import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.Ids;
import java.util.function.Consumer;

/** The approvals of the repository, within the running unit of work. */
public final class StoredApprovals implements Approvals {
    private final CachingRepository<Approval, ApprovalState> approvals;
    private final TimeOrderedIds ids;
    private final Waiting waiting;

    public StoredApprovals(CachingRepository<Approval, ApprovalState> approvals, TimeOrderedIds ids, Waiting waiting) {
        this.approvals = approvals;
        this.ids = ids;
        this.waiting = waiting;
    }

    @Override
    public ApprovalId ask(NewApproval asked) {
        String unique = asked.id() == null ? ids.next() : asked.id();
        ApprovalId id = new ApprovalId(asked.tenant(), asked.decider().isInternal() ? Ids.internal(unique) : unique);
        try {
            ApprovalState made =
                    approvals.newInstance(() -> Approval.requested(id, asked)).invoke(Approval::state);
            waiting.begins(made);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    @Override
    public void withdraw(ApprovalId id, String why) {
        whenThere(id, approval -> approval.overtaken(why, waiting));
    }

    @Override
    public void decided(ApprovalId id, boolean approved, String reason) {
        whenThere(id, approval -> approval.decidedElsewhere(approved, reason, waiting));
    }

    private void whenThere(ApprovalId id, Consumer<Approval> told) {
        if (approvals.find(id.toString()).isPresent()) {
            approvals.load(id.toString()).execute(told);
        }
    }
}
