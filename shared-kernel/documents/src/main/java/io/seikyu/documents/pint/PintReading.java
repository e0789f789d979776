package io.seikyu.documents.pint;

import java.util.List;
import java.util.Optional;

/** What came of reading a file: an invoice, or every fault that was found. */
public record PintReading(Optional<PintInvoice> invoice, List<PintFault> faults) {
    static PintReading of(PintInvoice invoice) {
        return new PintReading(Optional.of(invoice), List.of());
    }

    static PintReading refused(List<PintFault> faults) {
        return new PintReading(Optional.empty(), List.copyOf(faults));
    }
}
