package io.seikyu.command.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.invoice.Booking;
import io.seikyu.command.matching.Whose;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.util.List;

/**
 * Money is on file from the moment on which the bank says so. That the invoice which the payer named cannot take it is no
 * reason to refuse it: the money is there, and a person says what becomes of it.
 */
final class Recording {
    private Recording() {}

    static ReceiptResult record(Receipt receipt, RecordReceipt command, ReceiptDesk desk) {
        ReceiptId target = command.target();
        if (!target.tenant().equals(Ids.AGENCY)) {
            desk.clients().get(new ClientId(target.tenant()));
        }
        OpenClaim claim = command.invoiceId() == null
                ? null
                : desk.invoices()
                        .lock(List.of(new InvoiceId(target.tenant(), command.invoiceId())))
                        .get(0);
        AccountId said = payer(command, claim, desk);
        Whose found = claim == null && ReceiptState.isToBeMatched(source(command), command.accountId())
                ? Matching.look(
                        target.tenant(),
                        source(command),
                        Matching.transfer(command),
                        command.accountId(),
                        Matching.Sight.of(desk))
                : null;
        // the payer's name is the payer's personal data from the start, where that is clear
        AccountId payer = said == null && found != null ? Matching.payer(target.tenant(), found) : said;
        apply(new ReceiptRecorded(
                target.tenant(),
                target.value(),
                command.bookedOn(),
                command.amount(),
                command.payerName(),
                command.method(),
                command.virtualAccount(),
                command.reference(),
                command.invoiceId(),
                payer == null ? target.toString() : payer.toString(),
                payer == null ? null : payer.value(),
                source(command)));
        if (claim != null) {
            bookTo(claim, receipt, desk);
        } else if (found != null) {
            return Matching.conclude(receipt, found, desk);
        }
        return ReceiptResult.of(receipt.state());
    }

    private static ReceiptSource source(RecordReceipt command) {
        return command.source() == null ? ReceiptSource.PERSON : command.source();
    }

    private static AccountId payer(RecordReceipt command, OpenClaim claim, ReceiptDesk desk) {
        if (claim != null) {
            return claim.payer();
        }
        if (command.accountId() == null) {
            return null;
        }
        AccountId payer = new AccountId(command.target().tenant(), command.accountId());
        desk.accounts().get(payer);
        return payer;
    }

    private static void bookTo(OpenClaim claim, Receipt receipt, ReceiptDesk desk) {
        ReceiptState state = receipt.state();
        if (claim.payable()) {
            BigDecimal taken = desk.invoices().pay(claim.invoice(), Booking.of(state.payment(), state.amount()));
            if (taken.signum() > 0) {
                apply(new ReceiptAllocated(
                        state.clientId(), state.receiptId(), claim.invoice().value(), taken, List.of(), null));
            }
        }
        ReceiptState after = receipt.state();
        if (after.unapplied().signum() > 0) {
            apply(new ReceiptKeptUnapplied(after.clientId(), after.receiptId(), after.unapplied()));
            desk.tasks().open(ReceiptTasks.allocate(after, because(claim)));
        }
    }

    private static String because(OpenClaim claim) {
        return claim.payable()
                ? "More came in for invoice '" + claim.invoice().value()
                        + "' than is open: say what the rest is for, or pay it back"
                : "Money came in for invoice '" + claim.invoice().value() + "', which is " + claim.status()
                        + ": say what it is for, or pay it back";
    }
}
