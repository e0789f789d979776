package io.seikyu.command.credit;

import io.seikyu.command.account.CustomerAccount;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * For how long a payer has left something unpaid (延滞). Only what is surely its fault counts: the invoice reached it before
 * it was due, nobody disputes it, and the bank's data cover the days.
 */
public final class Overdue {
    private final BankData bank;

    public Overdue(BankData bank) {
        this.bank = bank;
    }

    /** The last day of which it is known what came in for claims under a contract. */
    @FunctionalInterface
    public interface BankData {
        /** @return {@code today} where no bank account is named */
        LocalDate through(String clientId, String contractId, LocalDate today);
    }

    /** Of the oldest claim that counts; zero without one. */
    int days(CustomerAccount payer, LocalDate today) {
        return payer.book().claims().open().stream()
                .filter(claim ->
                        claim.stage() == Stage.ISSUED && claim.dueDate().isBefore(today))
                .filter(claim -> claim.reachedOn() != null && !claim.excused())
                .filter(claim -> !isDisputed(claim, payer.book().payments()))
                .mapToInt(claim -> days(claim, bank.through(payer.id().tenant(), claim.contractId(), today)))
                .max()
                .orElse(0);
    }

    private static int days(Claim claim, LocalDate known) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(claim.dueDate(), known));
    }

    private static boolean isDisputed(Claim claim, PaymentHistory history) {
        return history.disputes().stream()
                .anyMatch(dispute -> dispute.invoiceId().equals(claim.invoiceId()) && dispute.outcome() == null);
    }
}
