package io.seikyu.command.erasure;

import io.seikyu.contract.Event;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the log holds of one payer, gathered event by event. Money is a payer's by whoever said so last: the program, a
 * person, an allocation.
 */
final class PayerRecords {
    static final Set<Class<? extends Event>> EVENTS = Set.of(
            InvoiceSubmitted.class,
            InvoiceCorrected.class,
            InvoiceIssued.class,
            InvoiceRejected.class,
            InvoiceCancelled.class,
            InvoiceWrittenOff.class,
            CreditNoteIssued.class,
            ContractConcluded.class,
            ReceiptRecorded.class,
            PayerIdentified.class,
            ReceiptAllocated.class,
            ReceiptAssigned.class,
            TaskOpened.class);

    private final AccountId payer;
    private final Set<String> invoices = new HashSet<>();
    private final Set<String> undecided = new TreeSet<>();
    private final Set<String> contracts = new TreeSet<>();
    private final Map<String, LocalDate> days = new TreeMap<>();
    private final Map<String, Money> receipts = new HashMap<>();
    private final Map<String, String> tasksOfNobody = new HashMap<>();

    PayerRecords(AccountId payer) {
        this.payer = payer;
    }

    /** @param event one of {@link #EVENTS}, of the payer's client company or of the agency */
    void hear(String stream, Event event) {
        if (event instanceof InvoiceSubmitted submitted) {
            document(stream, submitted.document().accountId());
        } else if (event instanceof InvoiceCorrected corrected) {
            document(stream, corrected.document().accountId());
        } else if (event instanceof InvoiceIssued issued) {
            undecided.remove(stream);
            record(stream, issued.issuedOn());
        } else if (event instanceof InvoiceRejected || event instanceof InvoiceCancelled) {
            undecided.remove(stream);
        } else if (event instanceof InvoiceWrittenOff writtenOff) {
            record(stream, writtenOff.writtenOffOn());
        } else if (event instanceof CreditNoteIssued note && isPayer(stream, note.accountId())) {
            days.merge(stream, note.issuedOn(), PayerRecords::later);
        } else if (event instanceof ContractConcluded concluded
                && isPayer(stream, concluded.terms().accountId())) {
            contracts.add(concluded.contractId());
        } else if (event instanceof TaskOpened opened && opened.accountId() == null) {
            tasksOfNobody.put(stream, opened.about());
        } else {
            money(stream, event);
        }
    }

    private void document(String stream, String accountId) {
        if (isPayer(stream, accountId)) {
            invoices.add(stream);
            undecided.add(stream);
        } else {
            invoices.remove(stream);
            undecided.remove(stream);
        }
    }

    private void record(String stream, LocalDate day) {
        if (invoices.contains(stream)) {
            days.merge(stream, day, PayerRecords::later);
        }
    }

    private void money(String stream, Event event) {
        if (event instanceof ReceiptRecorded recorded) {
            receipts.put(
                    stream,
                    new Money(
                            recorded.bookedOn(),
                            recorded.subject(),
                            recorded.accountId() != null && isPayer(stream, recorded.accountId())));
        } else if (event instanceof PayerIdentified identified) {
            receipts.computeIfPresent(stream, (id, known) -> known.isPayers(isPayer(stream, identified.accountId())));
        } else if (event instanceof ReceiptAllocated allocated
                && invoices.contains(payer.tenant() + "/invoice/" + allocated.invoiceId())) {
            receipts.computeIfPresent(stream, (id, known) -> known.isPayers(true));
        } else if (event instanceof ReceiptAssigned assigned
                && payer.tenant().equals(assigned.toClientId())
                && payer.value().equals(assigned.toAccountId())) {
            receipts.computeIfPresent(stream, (id, known) -> known.isPayers(true));
        }
    }

    private boolean isPayer(String stream, String accountId) {
        return stream.startsWith(payer.tenant() + "/") && payer.value().equals(accountId);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whose keys seal what is known of the payer's persons: its own, and those of money that was nobody's at first. */
    Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        subjects.add(payer.toString());
        Set<String> money = new HashSet<>();
        receipts.forEach((stream, known) -> {
            if (known.payers()) {
                money.add(stream);
                subjects.add(known.subject());
            }
        });
        tasksOfNobody.forEach((task, about) -> {
            if (money.contains(about) || invoices.contains(about)) {
                subjects.add(task);
            }
        });
        return subjects;
    }

    /** Invoices that are neither issued nor over. */
    Collection<String> undecided() {
        return undecided;
    }

    /** The ids of all contracts ever concluded with the payer. */
    Collection<String> contracts() {
        return contracts;
    }

    /** The last day of each record, by its stream. */
    Map<String, LocalDate> days() {
        Map<String, LocalDate> all = new TreeMap<>(days);
        receipts.forEach((stream, known) -> {
            if (known.payers()) {
                all.put(stream, known.bookedOn());
            }
        });
        return all;
    }

    /** @param payers whether it is this payer's */
    private record Money(LocalDate bookedOn, String subject, boolean payers) {
        Money isPayers(boolean so) {
            return new Money(bookedOn, subject, so);
        }
    }
}
