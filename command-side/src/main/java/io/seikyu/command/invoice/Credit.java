package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an approved credit note gives back of an invoice.
 *
 * @param number of the credit note
 * @param taxes  the sums of each rate
 * @param total  with tax, yen
 */
public record Credit(String creditNoteId, String number, List<TaxTotal> taxes, BigDecimal total) {}
