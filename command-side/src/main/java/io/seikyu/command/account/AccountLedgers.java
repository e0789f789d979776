package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The ledgers and credit of the repository's accounts, within the running unit of work. */
public final class AccountLedgers implements Ledgers, CreditBook, TaughtNames {
    private final CachingRepository<CustomerAccount, AccountState> accounts;

    public AccountLedgers(CachingRepository<CustomerAccount, AccountState> accounts) {
        this.accounts = accounts;
    }

    @Override
    public CustomerAccount lock(AccountId payer) {
        return load(payer).invoke(account -> account);
    }

    @Override
    public void enter(AccountId payer, EnteredInvoice invoice) {
        load(payer).execute(account -> Bookkeeping.enter(account, invoice));
    }

    @Override
    public void accept(AccountId payer, String invoiceId) {
        load(payer).execute(account -> Bookkeeping.accept(account, invoiceId));
    }

    @Override
    public void leave(AccountId payer, String invoiceId, Departure cause) {
        load(payer).execute(account -> Bookkeeping.leave(account, invoiceId, cause));
    }

    @Override
    public void upholdError(
            AccountId payer, String contractId, InvoiceId invoice, BillingError cause, String reference) {
        load(payer).execute(account -> Bookkeeping.upholdError(account, contractId, invoice.value(), cause, reference));
    }

    @Override
    public void assign(AccountId payer, String reservationId, String invoiceId) {
        load(payer).execute(account -> Reserving.assign(account, reservationId, invoiceId));
    }

    @Override
    public void move(AccountId payer, Claim claim) {
        load(payer).execute(account -> Bookkeeping.move(account, claim, null));
    }

    @Override
    public void reverse(AccountId payer, Claim claim, String receiptId) {
        load(payer).execute(account -> Bookkeeping.move(account, claim, receiptId));
    }

    @Override
    public void dispute(AccountId payer, String invoiceId, String disputeId, DisputeOutcome outcome, LocalDate on) {
        load(payer).execute(account -> Bookkeeping.dispute(account, invoiceId, disputeId, outcome, on));
    }

    @Override
    public void judge(AccountId payer, String invoiceId, String promiseId, LocalDate payOn, boolean kept) {
        load(payer).execute(account -> Bookkeeping.judge(account, invoiceId, promiseId, payOn, kept));
    }

    @Override
    public void screened(AccountId payer, Screening screening) {
        load(payer).execute(account -> Grading.screened(account, screening));
    }

    @Override
    public void heard(AccountId payer, String signalId, Signal signal) {
        load(payer).execute(account -> Hearing.heard(account, signalId, signal));
    }

    @Override
    public void insolvent(
            AccountId payer, String signalId, String proceeding, LocalDate observedOn, LocalDate filingDeadline) {
        load(payer).execute(account -> Hearing.insolvent(account, signalId, proceeding, observedOn, filingDeadline));
    }

    @Override
    public void solvent(AccountId payer, String reason) {
        load(payer).execute(account -> Hearing.solvent(account, reason));
    }

    @Override
    public void hold(AccountId payer, String reason) {
        load(payer).execute(account -> Grading.hold(account, reason));
    }

    @Override
    public void release(AccountId payer, String reason) {
        load(payer).execute(account -> Grading.release(account, reason));
    }

    @Override
    public void measureTaken(
            AccountId payer,
            String screeningId,
            CreditMeasure measure,
            String contractId,
            LocalDate effectiveFrom,
            String approvalId) {
        load(payer)
                .execute(account ->
                        Grading.measureTaken(account, screeningId, measure, contractId, effectiveFrom, approvalId));
    }

    @Override
    public void teach(AccountId payer, String receiptId, String name) {
        load(payer).execute(account -> account.teach(receiptId, name));
    }

    private Aggregate<CustomerAccount> load(AccountId payer) {
        try {
            return accounts.load(payer.toString());
        } catch (AggregateNotFoundException e) {
            throw Refusal.notFound("account-not-found", "there is no account '" + payer.value() + "'");
        }
    }
}
