package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The ledgers of the repository's accounts, within the running unit of work. */
public final class AccountLedgers implements Ledgers {
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
        load(payer).execute(account -> account.enter(invoice));
    }

    @Override
    public void accept(AccountId payer, String invoiceId) {
        load(payer).execute(account -> account.accept(invoiceId));
    }

    @Override
    public void leave(AccountId payer, String invoiceId, Departure cause) {
        load(payer).execute(account -> account.leave(invoiceId, cause));
    }

    @Override
    public void upholdError(
            AccountId payer, String contractId, InvoiceId invoice, BillingError cause, String reference) {
        load(payer).execute(account -> account.upholdError(contractId, invoice.value(), cause, reference));
    }

    private Aggregate<CustomerAccount> load(AccountId payer) {
        try {
            return accounts.load(payer.toString());
        } catch (AggregateNotFoundException e) {
            throw Refusal.notFound("account-not-found", "there is no account '" + payer.value() + "'");
        }
    }
}
