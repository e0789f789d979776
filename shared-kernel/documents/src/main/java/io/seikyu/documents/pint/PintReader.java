package io.seikyu.documents.pint;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads JP PINT invoices from outside. A file is parsed as untrusted XML, held against the schema and the official
 * rules, and only then mapped:
 *
 * <ul>
 *   <li>the item by {@code cac:SellersItemIdentification}, else by its name
 *   <li>allowances and charges of document and lines become adjustments; a reason {@code CODE: description} names the
 *       code, else the reason itself does, else the reason code; a line's amount is then quantity times price
 *   <li>{@code cac:PrepaidPayment} becomes a prepayment, by its id; one of the type 源泉徴収税額 is tax withheld
 *   <li>the period is that of the invoice, else of its lines
 * </ul>
 *
 * A credit (negative amounts) is refused: it is a document of another kind here.
 */
public final class PintReader {
    private PintReader() {}

    /** The invoice, or every fault. Any bytes may come; nothing is thrown for any of them. */
    public static PintReading read(byte[] xml) {
        PintRules.Checked checked = PintRules.check(xml);
        if (!checked.faults().isEmpty()) {
            return PintReading.refused(checked.faults());
        }
        List<PintFault> faults = new ArrayList<>();
        PintInvoice invoice = new UblReading(checked.invoice(), new Found(faults)).invoice();
        return faults.isEmpty() ? PintReading.of(invoice) : PintReading.refused(faults);
    }
}
