package io.seikyu.command.creditnote;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.CreditNoteId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What credit notes gave back of paid invoices and payers left with the client company (預り金). */
@FunctionalInterface
public interface KeptCredits {
    /** From now on it can be booked to other invoices like money that came in; one commit with the credit note. */
    void keep(CreditNoteId creditNote, AccountId payer, BigDecimal amount, LocalDate on);
}
