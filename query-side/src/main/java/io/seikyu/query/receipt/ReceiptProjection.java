package io.seikyu.query.receipt;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.creditnote.CreditNoteEvent;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.message.MessageEvent;
import io.seikyu.contract.policy.PolicyEvent;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.sending.SendingEvent;
import io.seikyu.contract.task.TaskEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.receipt.ReceiptView.Allocation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Receipts (入金) and the invoices they paid. */
public final class ReceiptProjection implements Projection<ReceiptView> {
    static final String STATUS = "status";
    static final String BOOKED_ON = "bookedOn";
    static final String INVOICES = "invoiceIds";

    private static final Folds<ReceiptView> FOLDS = new Folds<ReceiptView>()
            .startingWith(ReceiptRecorded.class, ReceiptProjection::recorded)
            .on(
                    ReceiptAllocated.class,
                    (view, event, at) -> view.allocated(new Allocation(event.invoiceId(), event.amount())))
            .on(ReceiptKeptUnapplied.class, (view, event, at) -> view.kept(event.amount()))
            .ignoring(
                    BankAccountEvent.class,
                    ApprovalEvent.class,
                    CreditNoteEvent.class,
                    AccessEvent.class,
                    AccountEvent.class,
                    ClientEvent.class,
                    ContractEvent.class,
                    InvoiceEvent.class,
                    JobEvent.class,
                    MessageEvent.class,
                    SendingEvent.class,
                    PolicyEvent.class,
                    TaskEvent.class,
                    WebhookEvent.class);

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "receipt";
    }

    @Override
    public Class<ReceiptView> view() {
        return ReceiptView.class;
    }

    @Override
    public Folds<ReceiptView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ReceiptView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(STATUS, view.status().name());
        fields.put(BOOKED_ON, view.bookedOn().toString());
        fields.put(
                INVOICES,
                view.allocations().stream()
                        .map(Allocation::invoiceId)
                        .distinct()
                        .toList());
        return fields;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATUS), List.of(BOOKED_ON), List.of(INVOICES));
    }

    private static ReceiptView recorded(ReceiptRecorded event, Recorded recorded) {
        return new ReceiptView(
                event.clientId(),
                event.receiptId(),
                event.bookedOn(),
                event.amount(),
                event.payerName(),
                event.method(),
                event.virtualAccount(),
                event.reference(),
                event.invoiceId(),
                List.of(),
                BigDecimal.ZERO);
    }
}
