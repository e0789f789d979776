package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.EnteredInvoice;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one contract's invoices.
 *
 * @param invoices by the last day of their transaction, the oldest first
 * @param error    the billing error that came out last, or null
 * @param since    the invoices that were entered for the first time after that, the oldest first
 */
public record ContractLedger(
        String contractId, List<EnteredInvoice> invoices, BillingErrorUpheld error, List<String> since) {
    public static final int INVOICES = 120;

    /** More than any policy looks at after an error. */
    public static final int SINCE = 12;

    static ContractLedger of(String contractId) {
        return new ContractLedger(contractId, List.of(), null, List.of());
    }

    /**
     * Whether this invoice, if entered now, is one of the {@code next} ones after the last billing error. The same
     * invoice stays one of them when it is corrected.
     */
    public boolean isAmongNext(String invoiceId, int next) {
        if (error == null) {
            return false;
        }
        int place = since.indexOf(invoiceId);
        boolean fresh = place < 0 && !holds(invoiceId);
        return fresh ? since.size() < next : place >= 0 && place < next;
    }

    ContractLedger with(EnteredInvoice invoice) {
        List<EnteredInvoice> all = others(invoice.invoiceId());
        int place = all.size();
        while (place > 0 && all.get(place - 1).transactionTo().isAfter(invoice.transactionTo())) {
            place--;
        }
        all.add(place, invoice);
        boolean next = isAmongNext(invoice.invoiceId(), SINCE) && !since.contains(invoice.invoiceId());
        return new ContractLedger(contractId, newest(all), error, next ? plus(invoice.invoiceId()) : since);
    }

    ContractLedger without(String invoiceId) {
        List<String> stay = since.stream().filter(id -> !id.equals(invoiceId)).toList();
        return new ContractLedger(contractId, List.copyOf(others(invoiceId)), error, stay);
    }

    ContractLedger with(BillingErrorUpheld upheld) {
        return new ContractLedger(contractId, invoices, upheld, List.of());
    }

    boolean knows(String invoiceId) {
        return holds(invoiceId) || since.contains(invoiceId);
    }

    boolean isEmpty() {
        return invoices.isEmpty() && error == null;
    }

    private boolean holds(String invoiceId) {
        return invoices.stream().anyMatch(invoice -> invoice.invoiceId().equals(invoiceId));
    }

    private List<EnteredInvoice> others(String invoiceId) {
        List<EnteredInvoice> others = new ArrayList<>(invoices);
        others.removeIf(invoice -> invoice.invoiceId().equals(invoiceId));
        return others;
    }

    private List<String> plus(String invoiceId) {
        List<String> more = new ArrayList<>(since);
        more.add(invoiceId);
        return List.copyOf(more);
    }

    private static List<EnteredInvoice> newest(List<EnteredInvoice> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - INVOICES), all.size()));
    }
}
