package io.seikyu.command.credit;

import io.seikyu.command.account.CustomerAccount;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * For how long a payer has left something unpaid (延滞). Only what is surely its fault counts: the invoice reached it before
 * it was due, nobody disputes it, and the bank's data cover the days.
 */
public final class Overdue {
    private final Facts facts;

    public Overdue(Facts facts) {
        this.facts = facts;
    }

    /** What the payer's account does not know by itself. */
    public interface Facts {
        /**
         * The last day of which it is known what came in under a contract.
         *
         * @return {@code today} where no bank account is named
         */
        LocalDate knownThrough(ContractId contract, LocalDate today);

        /** Since when it may be relied upon that the payer has the invoice; null while it may not. */
        LocalDate reachedOn(InvoiceId invoice);
    }

    /** Of the oldest claim that counts; zero without one. */
    int days(CustomerAccount payer, LocalDate today) {
        String tenant = payer.id().tenant();
        return payer.book().claims().open().stream()
                .filter(claim ->
                        claim.stage() == Stage.ISSUED && claim.dueDate().isBefore(today))
                .filter(claim ->
                        !claim.ourError() && !isDisputed(claim, payer.book().payments()))
                .filter(claim -> reachedInTime(claim, facts.reachedOn(new InvoiceId(tenant, claim.invoiceId()))))
                .mapToInt(claim -> days(claim, facts.knownThrough(new ContractId(tenant, claim.contractId()), today)))
                .max()
                .orElse(0);
    }

    private static boolean reachedInTime(Claim claim, LocalDate reachedOn) {
        return reachedOn != null && reachedOn.isBefore(claim.dueDate());
    }

    private static int days(Claim claim, LocalDate known) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(claim.dueDate(), known));
    }

    private static boolean isDisputed(Claim claim, PaymentHistory history) {
        return history.disputes().stream()
                .anyMatch(dispute -> dispute.invoiceId().equals(claim.invoiceId()) && dispute.outcome() == null);
    }
}
