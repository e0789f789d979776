package io.seikyu.command.receipt;

import io.seikyu.command.creditnote.KeptCredits;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Keeps credit as a receipt of the repository, within the running unit of work. */
public final class StoredKeptCredits implements KeptCredits {
    private final CachingRepository<Receipt, ReceiptState> receipts;

    public StoredKeptCredits(CachingRepository<Receipt, ReceiptState> receipts) {
        this.receipts = receipts;
    }

    @Override
    public void keep(CreditNoteId creditNote, AccountId payer, BigDecimal amount, LocalDate on) {
        try {
            receipts.newInstance(() -> Receipt.kept(ReceiptId.of(creditNote), creditNote, payer, amount, on));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
