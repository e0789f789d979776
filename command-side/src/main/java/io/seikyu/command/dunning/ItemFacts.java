package io.seikyu.command.dunning;

import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What dunning looks at of one invoice.
 *
 * @param dueDate        that dunning follows: the invoice's, or the next one of its instalment plan
 * @param balance        what is open, yen
 * @param disputed       of that
 * @param coveredThrough bank data is complete up to that day; null when nobody waits for bank data
 * @param promisedFor    the payer promised to pay by that day and it is not judged yet, or null
 * @param promiseBroken  since the last message
 * @param noticeOn       of the assignment, where the claim was purchased; null: not yet
 * @param newToPay       the payer never paid, or paid last into another bank account
 * @param agreedUpTo     the client company agreed beforehand to contacts up to this stage, or null
 */
record ItemFacts(
        String invoiceId,
        LocalDate dueDate,
        BigDecimal balance,
        boolean issued,
        boolean delivered,
        boolean correctionPending,
        boolean creditNotePending,
        BigDecimal disputed,
        boolean handedBack,
        boolean receiptMayBeThis,
        LocalDate coveredThrough,
        LocalDate promisedFor,
        boolean promiseBroken,
        ClaimHolder holder,
        LocalDate noticeOn,
        boolean overdueWhenBought,
        boolean newToPay,
        Stage agreedUpTo,
        Progress progress) {

    boolean wholeIsDisputed() {
        return disputed.signum() > 0 && disputed.compareTo(balance) >= 0;
    }

    boolean partIsDisputed() {
        return disputed.signum() > 0 && !wholeIsDisputed();
    }

    /** What may be reminded of. */
    BigDecimal claimable() {
        return balance.subtract(disputed).max(BigDecimal.ZERO);
    }
}
