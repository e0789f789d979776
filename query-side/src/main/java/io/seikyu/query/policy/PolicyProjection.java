package io.seikyu.query.policy;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.creditnote.CreditNoteEvent;
import io.seikyu.contract.deadletter.DeadLetterEvent;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.message.MessageEvent;
import io.seikyu.contract.plan.PlanEvent;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.schedule.ScheduleEvent;
import io.seikyu.contract.sending.SendingEvent;
import io.seikyu.contract.task.TaskEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.policy.PolicyView.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies (判断基準) of the agency, with the texts of their versions. */
public final class PolicyProjection implements Projection<PolicyView> {
    private static final Folds<PolicyView> FOLDS = new Folds<PolicyView>()
            .onEach(PolicyPublished.class, PolicyProjection::published)
            .ignoring(
                    DeadLetterEvent.class,
                    DunningEvent.class,
                    PlanEvent.class,
                    ScheduleEvent.class,
                    BankAccountEvent.class,
                    ApprovalEvent.class,
                    CreditNoteEvent.class,
                    TaskEvent.class,
                    ClientEvent.class,
                    AccountEvent.class,
                    ContractEvent.class,
                    InvoiceEvent.class,
                    ReceiptEvent.class,
                    AccessEvent.class,
                    JobEvent.class,
                    SendingEvent.class,
                    MessageEvent.class,
                    WebhookEvent.class);

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "policy";
    }

    @Override
    public Class<PolicyView> view() {
        return PolicyView.class;
    }

    @Override
    public Folds<PolicyView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(PolicyView view) {
        return Map.of();
    }

    private static PolicyView published(@Nullable PolicyView view, PolicyPublished event, Recorded recorded) {
        PolicyView before = view == null ? new PolicyView(event.kind(), event.name(), List.of()) : view;
        return before.and(new Version(event.version(), event.text(), recorded.at(), recorded.actor()));
    }
}
