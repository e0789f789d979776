package io.seikyu.command;

import io.seikyu.command.account.AccountBook;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.Aliases;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Ledger;
import io.seikyu.command.account.Ledgers;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Ledgers that nobody else looks at: enough for a test of one aggregate. */
public final class LedgersInMemory implements Ledgers {
    private final Accounts accounts;
    private final Map<AccountId, Ledger> ledgers = new HashMap<>();
    private final Map<AccountId, AccountBook> books = new HashMap<>();
    private final Map<String, String> assigned = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();

    public LedgersInMemory(Accounts accounts) {
        this.accounts = accounts;
    }

    public Ledger of(AccountId payer) {
        return ledgers.getOrDefault(payer, Ledger.EMPTY);
    }

    /** What the payers know of money. */
    public void put(AccountId payer, AccountBook book) {
        books.put(payer, book);
    }

    /** The reservation that is kept for this invoice; null when none is. */
    public String assigned(String invoiceId) {
        return assigned.get(invoiceId);
    }

    /** What was said last of this invoice's claim; null when nothing was. */
    public Claim claim(String invoiceId) {
        return claims.get(invoiceId);
    }

    @Override
    public CustomerAccount lock(AccountId payer) {
        CustomerAccount account = accounts.get(payer);
        return new CustomerAccount(new AccountState(
                payer.toString(),
                account.history(),
                of(payer),
                books.getOrDefault(payer, AccountBook.EMPTY),
                Aliases.NONE));
    }

    @Override
    public void enter(AccountId payer, EnteredInvoice invoice) {
        ledgers.put(payer, of(payer).with(new InvoiceEntered(payer.tenant(), payer.value(), invoice)));
    }

    @Override
    public void accept(AccountId payer, String invoiceId) {
        of(payer).find(invoiceId).ifPresent(known -> enter(payer, known.asAccepted()));
    }

    @Override
    public void leave(AccountId payer, String invoiceId, Departure cause) {
        ledgers.put(payer, of(payer).without(invoiceId));
    }

    @Override
    public void upholdError(
            AccountId payer, String contractId, InvoiceId invoice, BillingError cause, String reference) {
        ledgers.put(
                payer,
                of(payer)
                        .with(new BillingErrorUpheld(
                                payer.tenant(), payer.value(), contractId, invoice.value(), cause, reference)));
    }

    @Override
    public void assign(AccountId payer, String reservationId, String invoiceId) {
        if (reservationId != null) {
            assigned.put(invoiceId, reservationId);
        } else {
            assigned.remove(invoiceId);
        }
    }

    @Override
    public void move(AccountId payer, Claim claim) {
        claims.put(claim.invoiceId(), claim);
    }

    @Override
    public void reverse(AccountId payer, Claim claim, String receiptId) {
        claims.put(claim.invoiceId(), claim);
    }

    @Override
    public void dispute(AccountId payer, String invoiceId, String disputeId, DisputeOutcome outcome, LocalDate on) {}

    @Override
    public void judge(AccountId payer, String invoiceId, String promiseId, LocalDate payOn, boolean kept) {}
}
