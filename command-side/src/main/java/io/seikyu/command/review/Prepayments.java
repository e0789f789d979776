package io.seikyu.command.review;

import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.util.Optional;

/** The prepayments on file, to be looked at and not to be changed. */
public interface Prepayments {
    Optional<Prepayment> receipt(ReceiptId id);

    Optional<Prepayment> invoice(InvoiceId id);
}
