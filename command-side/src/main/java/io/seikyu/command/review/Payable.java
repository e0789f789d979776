package io.seikyu.command.review;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import java.math.BigDecimal;

/** What the payer has to pay for a document. */
public final class Payable {
    private Payable() {}

    /** The total less what is withheld at the source and what was paid before, whatever the document itself says. */
    public static BigDecimal of(InvoiceDocument document) {
        BigDecimal withheld = document.withholding() == null ? BigDecimal.ZERO : document.withholding();
        BigDecimal prepaid =
                document.prepaidRefs().stream().map(PrepaidRef::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return document.total().subtract(withheld).subtract(prepaid);
    }
}
