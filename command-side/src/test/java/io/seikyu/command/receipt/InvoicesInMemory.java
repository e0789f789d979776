package io.seikyu.command.receipt;

import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Booking;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invoices that only say what is open: enough for a test of one receipt. */
final class InvoicesInMemory implements PayableInvoices {
    private final Map<String, OpenClaim> claims = new TreeMap<>();
    private final Map<String, BigDecimal> paid = new TreeMap<>();

    InvoicesInMemory with(String id, String payer, String status, LocalDate due, String balance) {
        InvoiceId invoice = new InvoiceId("acme", id);
        boolean payable = List.of("ISSUED", "PARTLY_PAID", "PAID").contains(status);
        claims.put(
                id,
                new OpenClaim(
                        invoice,
                        new AccountId("acme", payer),
                        status,
                        payable,
                        due,
                        new BigDecimal(balance),
                        BigDecimal.ZERO));
        return this;
    }

    InvoicesInMemory with(String id, String balance) {
        return with(id, "a1", "ISSUED", Samples.TODAY, balance);
    }

    BigDecimal openOf(String id) {
        return claims.get(id).open();
    }

    @Override
    public List<OpenClaim> lock(Collection<InvoiceId> invoices) {
        return invoices.stream()
                .sorted(Comparator.comparing(InvoiceId::value))
                .map(this::get)
                .toList();
    }

    private OpenClaim get(InvoiceId invoice) {
        OpenClaim claim = claims.get(invoice.value());
        if (claim == null) {
            throw Refusal.notFound("invoice-not-found", "there is no invoice");
        }
        return claim;
    }

    @Override
    public BigDecimal pay(InvoiceId invoice, Booking booking) {
        BigDecimal kept = booking.deductions().stream().map(Deduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal taken = booking.money().min(get(invoice).open().subtract(kept));
        lower(invoice, taken.add(kept));
        return taken;
    }

    @Override
    public void undo(InvoiceId invoice, ReceiptId receipt, String reason) {
        lower(invoice, paid.remove(invoice.value()).negate());
    }

    private void lower(InvoiceId invoice, BigDecimal by) {
        OpenClaim claim = get(invoice);
        if (by.signum() > 0) {
            paid.merge(invoice.value(), by, BigDecimal::add);
        }
        claims.put(
                invoice.value(),
                new OpenClaim(
                        invoice,
                        claim.payer(),
                        claim.status(),
                        claim.payable(),
                        claim.dueDate(),
                        claim.balance().subtract(by),
                        claim.charges()));
    }
}
