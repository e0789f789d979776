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
    private final Map<ApprovalId, String> ended = new LinkedHashMap<>();

    /** @return {@code approval-1}, {@code approval-2}, and so on, where the asker chose none */
    @Override
    public ApprovalId ask(NewApproval approval) {
        asked.add(approval);
        return new ApprovalId(
                approval.about().substring(0, approval.about().indexOf('/')),
                approval.id() == null ? "approval-" + asked.size() : approval.id());
    }

    @Override
    public void withdraw(ApprovalId id, String why) {
        ended.putIfAbsent(id, why);
    }

    @Override
    public void decided(ApprovalId id, boolean approved, String reason) {
        ended.putIfAbsent(id, (approved ? "APPROVED: " : "REJECTED: ") + reason);
    }

    /** In the order in which they were asked for. */
    public List<NewApproval> asked() {
        return List.copyOf(asked);
    }

    /** How it ended, or null. */
    public String endOf(String id) {
        return ended.get(new ApprovalId("acme", id));
    }
}
