package io.seikyu.command.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Booking;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.ReceiptCommand.AllocateReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.AllocationItem;
import io.seikyu.contract.receipt.ReceiptCommand.ReverseReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.UndoAllocation;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which invoices have the money (消込), and how they lose it again. */
final class Allocating {
    private static final String REVERSED = "the receipt was reversed";

    private Allocating() {}

    static ReceiptResult allocate(Receipt receipt, AllocateReceipt command, ReceiptDesk desk) {
        receipt.refuseUnlessAlive();
        ReceiptState state = receipt.state();
        if (state.isOfTheAgency()) {
            throw Refusal.conflict(
                    "receipt-not-assigned",
                    "nobody has said yet which client company this money is for: POST /v1/receipts/" + state.receiptId()
                            + "/assignment first");
        }
        List<AllocationItem> items = command.items();
        List<OpenClaim> claims = desk.invoices().lock(ids(state, items));
        claims.forEach(Allocating::refuseUnlessPayable);
        identify(state, claims);
        Map<InvoiceId, BigDecimal> money = moneyFor(receipt.state(), items, claims);
        for (OpenClaim claim : claims) {
            book(receipt, command, claim, money.getOrDefault(claim.invoice(), BigDecimal.ZERO), desk);
        }
        if (command.learnAlias()) {
            learn(receipt.state(), claims, desk);
        }
        endTaskIfNothingIsLeft(receipt.state(), desk);
        return ReceiptResult.of(receipt.state());
    }

    private static List<InvoiceId> ids(ReceiptState state, List<AllocationItem> items) {
        Set<String> named = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!named.add(items.get(i).invoiceId())) {
                throw Refusal.invalid(
                        "invalid-allocation",
                        "an invoice stands twice in it",
                        List.of(new Refusal.Fault(
                                "/items/" + i + "/invoiceId", "duplicate", "name each invoice once, with its sum")));
            }
        }
        return named.stream().map(id -> new InvoiceId(state.clientId(), id)).toList();
    }

    private static void refuseUnlessPayable(OpenClaim claim) {
        if (!claim.payable()) {
            throw Refusal.conflict(
                    "invoice-not-issued",
                    "invoice '" + claim.invoice().value() + "' is " + claim.status()
                            + ": money is booked to invoices that the payer has; it stays the payer's credit until then");
        }
    }

    /** The payer whose invoices it paid is known by the receipt's name from now on. */
    private static void learn(ReceiptState state, List<OpenClaim> claims, ReceiptDesk desk) {
        List<AccountId> payers =
                claims.stream().map(OpenClaim::payer).distinct().toList();
        if (payers.size() > 1) {
            throw Refusal.conflict(
                    "alias-of-several-payers",
                    "these invoices are several payers': a name is learnt for one, so leave learnAlias out");
        }
        desk.names().teach(payers.get(0), state.receiptId(), state.facts().payerName());
    }

    /** Whoever's invoices it pays is who paid, where nobody knew and the invoices are one payer's. */
    private static void identify(ReceiptState state, List<OpenClaim> claims) {
        List<AccountId> payers =
                claims.stream().map(OpenClaim::payer).distinct().toList();
        if (state.payer() == null && payers.size() == 1) {
            apply(new PayerIdentified(
                    state.clientId(), state.receiptId(), payers.get(0).value()));
        }
    }

    /** Where the person said how much, that; the rest goes to the others, the oldest due first. */
    private static Map<InvoiceId, BigDecimal> moneyFor(
            ReceiptState state, List<AllocationItem> items, List<OpenClaim> claims) {
        Map<String, AllocationItem> byInvoice =
                items.stream().collect(Collectors.toMap(AllocationItem::invoiceId, item -> item));
        Map<InvoiceId, BigDecimal> money = new LinkedHashMap<>();
        BigDecimal left = state.available();
        for (OpenClaim claim : claims) {
            BigDecimal said = byInvoice.get(claim.invoice().value()).amount();
            if (said != null) {
                money.put(claim.invoice(), said);
                left = left.subtract(said);
            }
        }
        if (left.signum() < 0) {
            throw Refusal.conflict(
                    "receipt-exhausted",
                    "of this receipt " + state.available().toPlainString() + " yen is left, "
                            + left.negate().toPlainString() + " less than is to be allocated");
        }
        List<OpenClaim> others = claims.stream()
                .filter(claim -> !money.containsKey(claim.invoice()))
                .map(claim -> less(claim, byInvoice.get(claim.invoice().value()).deductions()))
                .toList();
        money.putAll(Spread.of(left, others));
        if (money.isEmpty()) {
            throw Refusal.conflict(
                    "nothing-to-allocate",
                    left.signum() == 0
                            ? "nothing is left of this receipt"
                            : "nothing is open of these invoices: name others, or pay the money back");
        }
        return money;
    }

    private static OpenClaim less(OpenClaim claim, List<Deduction> deductions) {
        return new OpenClaim(
                claim.invoice(),
                claim.payer(),
                claim.status(),
                claim.payable(),
                claim.dueDate(),
                claim.balance().subtract(sum(deductions)).max(BigDecimal.ZERO),
                claim.charges());
    }

    private static void book(
            Receipt receipt, AllocateReceipt command, OpenClaim claim, BigDecimal money, ReceiptDesk desk) {
        List<Deduction> deductions = command.items().stream()
                .filter(item -> item.invoiceId().equals(claim.invoice().value()))
                .flatMap(item -> item.deductions().stream())
                .toList();
        if (money.signum() == 0) {
            return;
        }
        ReceiptState state = receipt.state();
        BigDecimal taken = desk.invoices()
                .pay(claim.invoice(), new Booking(state.payment(), money, deductions, command.match() == null));
        if (taken.compareTo(money) < 0) {
            throw Refusal.conflict(
                    "allocation-above-open",
                    "invoice '" + claim.invoice().value() + "' takes " + taken.toPlainString()
                            + " yen beside what is deducted, not "
                            + money.toPlainString() + ": allocate that much, the rest stays the payer's credit");
        }
        apply(new ReceiptAllocated(
                state.clientId(), state.receiptId(), claim.invoice().value(), taken, deductions, command.match()));
    }

    static ReceiptResult undo(Receipt receipt, UndoAllocation command, ReceiptDesk desk) {
        receipt.refuseUnlessAlive();
        ReceiptState state = receipt.state();
        BigDecimal amount = state.shareOf(command.invoiceId())
                .orElseThrow(() -> Refusal.notFound(
                        "allocation-not-found", "invoice '" + command.invoiceId() + "' has nothing of this receipt"));
        InvoiceId invoice = new InvoiceId(state.clientId(), command.invoiceId());
        desk.invoices().lock(List.of(invoice));
        desk.invoices().undo(invoice, state.id(), command.reason());
        receipt.unapplied(command.invoiceId(), amount, command.reason());
        desk.tasks()
                .open(ReceiptTasks.allocate(
                        receipt.state(), "It was taken back from invoice '" + command.invoiceId() + "'"));
        return ReceiptResult.of(receipt.state());
    }

    static ReceiptResult reverse(Receipt receipt, ReverseReceipt command, ReceiptDesk desk, Approvals approvals) {
        receipt.refuseUnlessAlive();
        ReceiptState state = receipt.state();
        if (state.facts().source().kind() == ReceiptSource.Kind.CREDIT_NOTE) {
            throw Refusal.conflict(
                    "receipt-not-money", "no money came in here that a bank could take back: it is kept credit");
        }
        BigDecimal there = state.amount().subtract(state.refunded());
        if (there.signum() == 0) {
            throw Refusal.conflict("receipt-refunded", "all of it was paid back to the payer already");
        }
        List<String> invoices = Stream.concat(state.shares().stream(), state.prepaid().stream())
                .map(Share::invoiceId)
                .distinct()
                .toList();
        List<OpenClaim> claims = desk.invoices()
                .lock(invoices.stream()
                        .map(id -> new InvoiceId(state.clientId(), id))
                        .toList());
        for (OpenClaim claim : claims) {
            BigDecimal amount = state.shareOf(claim.invoice().value()).orElseThrow();
            desk.invoices().undo(claim.invoice(), state.id(), command.reason());
            receipt.unapplied(claim.invoice().value(), amount, command.reason());
        }
        state.refunds().forEach(waiting -> {
            Refunding.decline(receipt, waiting.refundId(), REVERSED);
            approvals.withdraw(new ApprovalId(state.clientId(), waiting.refundId()), REVERSED);
        });
        apply(new ReceiptReversed(state.clientId(), state.receiptId(), there, command.reason()));
        desk.tasks().close(ReceiptTasks.allocation(state), REVERSED);
        return ReceiptResult.of(receipt.state());
    }

    static LocalDate setOff(Receipt receipt, String invoiceId, AccountId payer, BigDecimal amount) {
        receipt.refuseUnlessAlive();
        ReceiptState state = receipt.state();
        if (state.payer() != null && !state.payer().equals(payer.value())) {
            throw Refusal.conflict(
                    "prepayment-of-another-payer",
                    "receipt '" + state.receiptId() + "' is another payer's: correct what the invoice sets off");
        }
        if (amount.compareTo(state.available()) > 0) {
            throw Refusal.conflict(
                    "prepayment-not-covered",
                    "of receipt '" + state.receiptId() + "' "
                            + state.available().toPlainString() + " yen is left, the invoice sets off "
                            + amount.toPlainString() + ": correct what it sets off");
        }
        if (state.payer() == null) {
            apply(new PayerIdentified(state.clientId(), state.receiptId(), payer.value()));
        }
        apply(new ReceiptSetOff(state.clientId(), state.receiptId(), invoiceId, amount));
        return state.facts().bookedOn();
    }

    private static void endTaskIfNothingIsLeft(ReceiptState state, ReceiptDesk desk) {
        if (state.unapplied().signum() == 0) {
            desk.tasks().complete(ReceiptTasks.allocation(state), "ALLOCATED");
        }
    }

    private static BigDecimal sum(List<Deduction> deductions) {
        return deductions.stream().map(Deduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
