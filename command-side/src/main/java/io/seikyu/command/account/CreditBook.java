package io.seikyu.command.account;

import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;

/**
 * What payers' accounts are told about how far they are trusted. What is said here is one commit with the events of the
 * running command; locks are as in {@link Ledgers}.
 */
public interface CreditBook {
    /**
     * The payer as it is now, and as it stays while the command runs: to be looked at, not to be changed.
     *
     * @throws io.seikyu.command.decision.Refusal when this client has no such payer
     */
    CustomerAccount lock(AccountId payer);

    /** The payer was screened; its grade and limit hold from now on. */
    void screened(AccountId payer, Screening screening);

    /**
     * Something was heard of the payer. A bankruptcy is told by {@link #insolvent} as well.
     *
     * @throws io.seikyu.command.decision.Refusal when there is a signal of this id already
     */
    void heard(AccountId payer, String signalId, Signal signal);

    /** The limit is zero from now on; says nothing when the payer is known to be insolvent. */
    void insolvent(AccountId payer, String signalId, String proceeding, LocalDate observedOn, LocalDate filingDeadline);

    /** The payer is not insolvent, or not any more; says nothing when it was not. */
    void solvent(AccountId payer, String reason);

    /** Nothing more is covered until {@link #release}; says nothing when it is held for this reason already. */
    void hold(AccountId payer, String reason);

    void release(AccountId payer, String reason);

    /** A measure that a screening proposed binds now. */
    void measureTaken(
            AccountId payer,
            String screeningId,
            CreditMeasure measure,
            String contractId,
            LocalDate effectiveFrom,
            String approvalId);
}
