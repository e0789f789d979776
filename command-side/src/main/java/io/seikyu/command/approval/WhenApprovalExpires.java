package io.seikyu.command.approval;

import io.seikyu.command.schedule.Due;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.contract.approval.ApprovalCommand.ExpireApproval;
import io.seikyu.contract.id.ApprovalId;
import java.util.List;

/** The last day of an approval is over. */
public final class WhenApprovalExpires implements WhenDue {
    @Override
    public String kind() {
        return Waiting.EXPIRY;
    }

    @Override
    public List<ExpireApproval> commands(Due due) {
        return List.of(new ExpireApproval(new ApprovalId(due.tenant(), due.subjectId()), due.today()));
    }
}
