package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.AccountEvent.InvoiceLeft;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;

/** What a payer's account takes note of when something happens to its invoices. */
final class Bookkeeping {
    private Bookkeeping() {}

    static void enter(CustomerAccount account, EnteredInvoice invoice) {
        Erasing.refuseIfErased(account);
        AccountId payer = account.id();
        apply(new InvoiceEntered(payer.tenant(), payer.value(), invoice));
    }

    static void accept(CustomerAccount account, String invoiceId) {
        account.ledger().find(invoiceId).ifPresent(known -> enter(account, known.asAccepted()));
    }

    static void leave(CustomerAccount account, String invoiceId, Departure cause) {
        AccountId payer = account.id();
        if (account.ledger().find(invoiceId).isPresent()) {
            apply(new InvoiceLeft(payer.tenant(), payer.value(), invoiceId, cause));
        }
        account.book().find(invoiceId).ifPresent(known -> move(account, known.ended(), null));
        Reserving.assign(account, null, invoiceId);
    }

    static void upholdError(
            CustomerAccount account, String contractId, String invoiceId, BillingError cause, String reference) {
        AccountId payer = account.id();
        apply(new BillingErrorUpheld(payer.tenant(), payer.value(), contractId, invoiceId, cause, reference));
    }

    /** @param reversed a receipt that paid nothing of it after all, or null */
    static void move(CustomerAccount account, Claim told, String reversed) {
        account.book().news(told, reversed).ifPresent(next -> moveTo(account, next));
        if (told.stage() != Stage.ENDED) {
            Reserving.use(account, told.invoiceId());
        }
    }

    private static void moveTo(CustomerAccount account, Claim next) {
        AccountId payer = account.id();
        Claims after = account.book().claims().after(next);
        apply(new ClaimMoved(payer.tenant(), payer.value(), next, after.sum(Stage.ISSUED), after.sum(Stage.APPROVED)));
    }

    static void dispute(
            CustomerAccount account, String invoiceId, String disputeId, DisputeOutcome outcome, LocalDate on) {
        AccountId payer = account.id();
        apply(new DisputeNoted(payer.tenant(), payer.value(), invoiceId, disputeId, outcome, on));
    }

    static void judge(CustomerAccount account, String invoiceId, String promiseId, LocalDate payOn, boolean kept) {
        AccountId payer = account.id();
        apply(new PromiseJudged(payer.tenant(), payer.value(), invoiceId, promiseId, payOn, kept));
    }
}
