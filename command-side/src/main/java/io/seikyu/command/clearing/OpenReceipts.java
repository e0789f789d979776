package io.seikyu.command.clearing;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Receipts, what is left of each, and the payers it may be of. */
final class OpenReceipts implements WorkList<OpenReceipts.OpenReceipt> {
    static final String PAYERS = "payers";

    private static final Folds<OpenReceipt> FOLDS = new Folds<OpenReceipt>()
            .startingWith(ReceiptRecorded.class, (event, recorded) -> OpenReceipt.of(event))
            .on(PayerIdentified.class, (view, event, recorded) -> view.of(List.of(event.accountId())))
            .on(CandidatesFound.class, (view, event, recorded) -> view.of(payers(event)))
            .on(ReceiptAllocated.class, (view, event, recorded) -> view.less(event.amount()))
            .on(ReceiptSetOff.class, (view, event, recorded) -> view.less(event.amount()))
            .on(
                    AllocationUndone.class,
                    (view, event, recorded) -> view.less(event.amount().negate()))
            .on(ReceiptRefunded.class, (view, event, recorded) -> view.less(event.amount()))
            .on(ReceiptReversed.class, (view, event, recorded) -> view.less(event.amount()))
            .on(ReceiptAssigned.class, (view, event, recorded) -> view.less(event.amount()))
            .ignoring(
                    BankAccountEvent.class,
                    ApprovalEvent.class,
                    AccountEvent.class,
                    ClientEvent.class,
                    ContractEvent.class,
                    InvoiceEvent.class,
                    ReceiptEvent.class,
                    AccessEvent.class,
                    JobEvent.class,
                    WebhookEvent.class);

    private static List<String> payers(CandidatesFound event) {
        return event.candidates().stream().map(Candidate::accountId).distinct().toList();
    }

    @Override
    public String name() {
        return "open-receipts";
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
    public Class<OpenReceipt> view() {
        return OpenReceipt.class;
    }

    @Override
    public Folds<OpenReceipt> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(OpenReceipt view) {
        return view.isOpen() ? Map.of(PAYERS, view.payers()) : Map.of();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(PAYERS));
    }

    /**
     * @param left   yen that no invoice took and that was neither paid back nor passed on
     * @param payers whom it may be of; one, when it is known
     */
    record OpenReceipt(String receiptId, BigDecimal left, List<String> payers) {
        static OpenReceipt of(ReceiptRecorded event) {
            return new OpenReceipt(
                    event.receiptId(),
                    event.amount(),
                    event.accountId() == null ? List.of() : List.of(event.accountId()));
        }

        OpenReceipt of(List<String> others) {
            return new OpenReceipt(receiptId, left, others);
        }

        OpenReceipt less(BigDecimal amount) {
            return new OpenReceipt(receiptId, left.subtract(amount), payers);
        }

        boolean isOpen() {
            return left.signum() > 0;
        }
    }
}
