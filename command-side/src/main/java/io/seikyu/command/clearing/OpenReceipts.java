package io.seikyu.command.clearing;

import io.seikyu.command.directory.PartyKeys;
import io.seikyu.command.work.WorkList;
import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Recorded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Receipts, what is left of each, and the payers it may be of. */
final class OpenReceipts implements WorkList<OpenReceipts.OpenReceipt> {
    static final String PAYERS = "payers";
    static final String KEYS = "keys";
    static final String WAITING = "waiting";
    static final String PASSED_ON = "passedOn";

    private final PartyKeys keys;
    private final Folds<OpenReceipt> folds = new Folds<OpenReceipt>()
            .startingWith(ReceiptRecorded.class, this::recorded)
            .on(PayerIdentified.class, (view, event, recorded) -> view.of(List.of(event.accountId())))
            .on(CandidatesFound.class, (view, event, recorded) -> view.of(payers(event)))
            .on(
                    ReceiptAllocated.class,
                    (view, event, recorded) -> view.less(event.amount()).touched())
            .on(
                    ReceiptSetOff.class,
                    (view, event, recorded) -> view.less(event.amount()).touched())
            .on(
                    AllocationUndone.class,
                    (view, event, recorded) ->
                            view.less(event.amount().negate()).touched())
            .on(ReceiptRefunded.class, (view, event, recorded) -> view.less(event.amount()))
            .on(ReceiptReversed.class, (view, event, recorded) -> view.less(event.amount()))
            .on(
                    ReceiptAssigned.class,
                    (view, event, recorded) -> view.less(event.amount()).assigned());

    OpenReceipts(PartyKeys keys) {
        this.keys = keys;
    }

    private OpenReceipt recorded(ReceiptRecorded event, Recorded recorded) {
        return new OpenReceipt(
                event.receiptId(),
                event.amount(),
                event.accountId() == null ? List.of() : List.of(event.accountId()),
                event.payerName() == null
                        ? List.of()
                        : List.copyOf(keys.ofTransfer(event.payerName(), event.virtualAccount())),
                event.invoiceId() == null,
                false);
    }

    private static List<String> payers(CandidatesFound event) {
        return event.candidates().stream().map(Candidate::accountId).distinct().toList();
    }

    @Override
    public String name() {
        return "open-receipts";
    }

    @Override
    public int revision() {
        return 2;
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
        return folds;
    }

    @Override
    public Map<String, Object> search(OpenReceipt view) {
        if (view.passedOn()) {
            return Map.of(PASSED_ON, true);
        }
        if (!view.isOpen()) {
            return Map.of();
        }
        return view.waits()
                ? Map.of(PAYERS, view.payers(), KEYS, view.keys(), WAITING, true)
                : Map.of(PAYERS, view.payers());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(PAYERS), List.of(KEYS));
    }

    /**
     * @param left     yen that no invoice took and that was neither paid back nor passed on
     * @param payers   whom it may be of; one, when it is known
     * @param keys     by which it and its payer may be found, see {@link PartyKeys#ofTransfer}
     * @param waits    whether nothing was ever said of what it is for
     * @param passedOn whether it was the agency's and is a client company's now
     */
    record OpenReceipt(
            String receiptId,
            BigDecimal left,
            List<String> payers,
            List<String> keys,
            boolean waits,
            boolean passedOn) {
        OpenReceipt of(List<String> others) {
            return new OpenReceipt(receiptId, left, others, keys, waits, passedOn);
        }

        OpenReceipt less(BigDecimal amount) {
            return new OpenReceipt(receiptId, left.subtract(amount), payers, keys, waits, passedOn);
        }

        OpenReceipt touched() {
            return new OpenReceipt(receiptId, left, payers, List.of(), false, passedOn);
        }

        OpenReceipt assigned() {
            return new OpenReceipt(receiptId, left, payers, List.of(), false, true);
        }

        boolean isOpen() {
            return left.signum() > 0;
        }
    }
}
