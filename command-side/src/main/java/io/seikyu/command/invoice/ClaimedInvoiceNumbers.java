package io.seikyu.command.invoice;

import io.seikyu.contract.id.NumberedId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.GenerationalKey;
import io.seikyu.eventlog.axon.CommitScope;
import java.util.Optional;

/**
 * Invoice numbers as claimed keys of the log. Of two invoices that take a number at the same time one commit is refused
 * by the log, and its command is decided again, now seeing that the number is taken.
 */
public final class ClaimedInvoiceNumbers implements InvoiceNumbers {
    private final EventLog log;

    public ClaimedInvoiceNumbers(EventLog log) {
        this.log = log;
    }

    @Override
    public Optional<Integer> claim(NumberedId document, InvoiceNumber number) {
        GenerationalKey key = key(document.tenant(), number);
        Optional<Integer> free = GenerationalKey.freeGeneration(log, key.name());
        free.ifPresent(generation -> CommitScope.claim(key.held(generation)));
        return free;
    }

    @Override
    public void free(NumberedId document, InvoiceNumber number, int generation) {
        CommitScope.claim(key(document.tenant(), number).freed(generation));
    }

    static GenerationalKey key(String tenant, InvoiceNumber number) {
        return new GenerationalKey("invoice-number/" + tenant + "/" + number);
    }
}
