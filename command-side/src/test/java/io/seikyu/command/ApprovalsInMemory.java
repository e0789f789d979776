package io.seikyu.command;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.contract.id.ApprovalId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Approvals that nobody decides: enough for a test of one aggregate that asks. */
public final class ApprovalsInMemory implements Approvals {
    private final List<NewApproval> asked = new ArrayList<>();
    private final Map<ApprovalId, String> withdrawn = new LinkedHashMap<>();

    /** @return {@code approval-1}, {@code approval-2}, and so on */
    @Override
    public ApprovalId ask(NewApproval approval) {
        asked.add(approval);
        return new ApprovalId(approval.about().substring(0, approval.about().indexOf('/')), "approval-" + asked.size());
    }

    @Override
    public void withdraw(ApprovalId id, String why) {
        withdrawn.putIfAbsent(id, why);
    }

    /** In the order in which they were asked for. */
    public List<NewApproval> asked() {
        return List.copyOf(asked);
    }

    /** Why it is not asked for any more, or null. */
    public String endOf(String id) {
        return withdrawn.get(new ApprovalId("acme", id));
    }
}
