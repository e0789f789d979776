package io.seikyu.command.imports;

import io.seikyu.contract.invoice.InvoiceDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a row asks for.
 *
 * @param invoiceId of the sender's choice, or null
 */
record Submission(@Nullable String invoiceId, InvoiceDocument document) {}
