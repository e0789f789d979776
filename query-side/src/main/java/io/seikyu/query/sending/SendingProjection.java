package io.seikyu.query.sending;

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
import io.seikyu.contract.policy.PolicyEvent;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.schedule.ScheduleEvent;
import io.seikyu.contract.sending.SendingEvent.InstanceNotRecognised;
import io.seikyu.contract.sending.SendingEvent.InstanceRecorded;
import io.seikyu.contract.sending.SendingEvent.SendingResumed;
import io.seikyu.contract.sending.SendingEvent.SendingStopped;
import io.seikyu.contract.task.TaskEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import java.util.Map;

/** The switches of all sending (送付の停止・再開). */
public final class SendingProjection implements Projection<SendingView> {
    static final String OFF = "off";

    private static final Folds<SendingView> FOLDS = new Folds<SendingView>()
            .onEach(
                    SendingStopped.class,
                    (view, event, recorded) ->
                            begun(view, event.clientId()).turned(true, event.reason(), recorded.at(), recorded.actor()))
            .on(
                    SendingResumed.class,
                    (view, event, recorded) ->
                            view.confirmed().turned(false, event.reason(), recorded.at(), recorded.actor()))
            .onEach(
                    InstanceRecorded.class,
                    (view, event, recorded) -> begun(view, event.clientId())
                            .strange(event.instance(), null)
                            .confirmed())
            .onEach(
                    InstanceNotRecognised.class,
                    (view, event, recorded) ->
                            begun(view, event.clientId()).strange(event.instance(), event.evidence()))
            .ignoring(
                    DeadLetterEvent.class,
                    DunningEvent.class,
                    PlanEvent.class,
                    ScheduleEvent.class,
                    BankAccountEvent.class,
                    ApprovalEvent.class,
                    CreditNoteEvent.class,
                    ClientEvent.class,
                    AccountEvent.class,
                    ContractEvent.class,
                    InvoiceEvent.class,
                    ReceiptEvent.class,
                    AccessEvent.class,
                    JobEvent.class,
                    PolicyEvent.class,
                    TaskEvent.class,
                    MessageEvent.class,
                    WebhookEvent.class);

    private static SendingView begun(SendingView view, String clientId) {
        return view == null ? new SendingView(clientId, false, null, null, null, null, null, null) : view;
    }

    @Override
    public String name() {
        return "sending";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "sending";
    }

    @Override
    public Class<SendingView> view() {
        return SendingView.class;
    }

    @Override
    public Folds<SendingView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(SendingView view) {
        return Map.of(OFF, view.isOff());
    }
}
