package io.seikyu.command.dunning;

import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.GradeGiven;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteRejected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.dunning.DunningEvent.ReminderAgreed;
import io.seikyu.contract.dunning.DunningEvent.ReminderFailed;
import io.seikyu.contract.dunning.DunningEvent.ReminderRejected;
import io.seikyu.contract.dunning.DunningEvent.ReminderSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.ReminderWithdrawn;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/**
 * Follows what happens with one payer of one client company while anything of his is open, and has it decided anew
 * whenever that may change what is said to him (督促). It says nothing to anybody, and remembers only what else it waits
 * for: all else is decided from the log, so one that was lost is made again from the log.
 */
public class DunningSaga {
    static final String PAYER = "payer";
    static final String WAITS_FOR = "waitsFor";

    private AccountId payer;
    private Set<String> waitsFor = new LinkedHashSet<>();

    public DunningSaga() {}

    /** @param state as it was kept */
    DunningSaga(State state) {
        this.payer = new AccountId(state.clientId(), state.accountId());
        this.waitsFor = new LinkedHashSet<>(state.waitsFor());
    }

    /** @param waitsFor streams besides those of the payer */
    record State(String clientId, String accountId, Set<String> waitsFor) {}

    State state() {
        return new State(payer.tenant(), payer.value(), Set.copyOf(waitsFor));
    }

    /** Ends when nothing is open; the next invoice begins it again. */
    @StartSaga
    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ClaimMoved event, EventMessage<?> message, Deciding deciding) {
        payer = new AccountId(event.clientId(), event.accountId());
        deciding.decide(payer, message, event.claim().invoiceId());
        if (event.unpaid().signum() == 0) {
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(DisputeNoted event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(DisputeResolved event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReplacementBegun event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReplacementEnded event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(PaymentPromised event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(PromiseJudged event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(DeliveryRecorded event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(InvoiceHandedBack event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(InvoiceSubrogated event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(DunningHeld event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(DunningHoldEnded event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(CorrespondenceRecorded event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(AccountAmended event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(GradeGiven event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(SlowdownNoticed event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(InsolvencyRecorded event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(InsolvencyLifted event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(PayerIdentified event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReminderAgreed event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReminderRejected event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReminderSent event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReminderFailed event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReminderWithdrawn event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    /** What does not name the payer is waited for by the name of its stream. */
    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(ReminderSuppressed event) {
        event.waitsFor().stream()
                .filter(waitsFor::add)
                .forEach(stream -> SagaLifecycle.associateWith(WAITS_FOR, stream));
    }

    @SagaEventHandler(associationProperty = PAYER, associationResolver = OfPayer.class)
    void on(CreditNoteSubmitted event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(CreditNoteRejected event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(BankAccountCovered event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(ReceiptAllocated event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(AllocationUndone event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(ReceiptRefunded event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(ReceiptReversed event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    @SagaEventHandler(associationProperty = WAITS_FOR, associationResolver = OfStream.class)
    void on(ReceiptAssigned event, EventMessage<?> message, Deciding deciding) {
        decide(message, deciding);
    }

    private void decide(EventMessage<?> message, Deciding deciding) {
        deciding.decide(payer, message, null);
    }
}
