package io.seikyu.query.reminder;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.creditnote.CreditNoteEvent;
import io.seikyu.contract.deadletter.DeadLetterEvent;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.message.MessageEvent;
import io.seikyu.contract.plan.PlanEvent;
import io.seikyu.contract.policy.PolicyEvent;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.schedule.ScheduleEvent;
import io.seikyu.contract.sending.SendingEvent;
import io.seikyu.contract.task.TaskEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.reminder.SuppressionView.Suppressed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of what the ladder would have payers reminded, and why they are not (督促の見合わせ). */
public final class SuppressionProjection implements Projection<SuppressionView> {
    static final String ACCOUNT = "accountId";
    static final String INVOICES = "invoices";

    private static final Folds<SuppressionView> FOLDS = new Folds<SuppressionView>()
            .onEach(ReminderSuppressed.class, SuppressionProjection::suppressed)
            .onEach(
                    SuppressionLifted.class,
                    (view, event, recorded) -> SuppressionView.of(view, event).without(Set.of(event.invoiceId())))
            .onEach(
                    ContactPlanned.class,
                    (view, event, recorded) -> SuppressionView.of(view, event)
                            .without(event.items().stream()
                                    .map(ReminderItem::invoiceId)
                                    .toList()))
            .ignoring(
                    DeadLetterEvent.class,
                    DunningEvent.class,
                    PlanEvent.class,
                    ScheduleEvent.class,
                    BankAccountEvent.class,
                    ApprovalEvent.class,
                    CreditNoteEvent.class,
                    PolicyEvent.class,
                    ClientEvent.class,
                    AccountEvent.class,
                    ContractEvent.class,
                    InvoiceEvent.class,
                    ReceiptEvent.class,
                    AccessEvent.class,
                    JobEvent.class,
                    SendingEvent.class,
                    MessageEvent.class,
                    TaskEvent.class,
                    WebhookEvent.class);

    @Override
    public String name() {
        return "suppression";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "dunning";
    }

    @Override
    public Class<SuppressionView> view() {
        return SuppressionView.class;
    }

    @Override
    public Folds<SuppressionView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(SuppressionView view) {
        return Map.of(
                ACCOUNT,
                view.accountId(),
                INVOICES,
                view.suppressed().stream().map(Suppressed::invoiceId).toList());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(ACCOUNT), List.of(INVOICES));
    }

    private static SuppressionView suppressed(SuppressionView view, ReminderSuppressed event, Recorded recorded) {
        return SuppressionView.of(view, event)
                .with(new Suppressed(
                        event.invoiceId(),
                        event.stage(),
                        event.channel(),
                        event.round(),
                        event.reasons(),
                        event.policyVersion(),
                        recorded.at()));
    }
}
