package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.invoice.InvoiceCommand.DisputeInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.ResolveDispute;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import java.math.BigDecimal;

/** The payer objects, and is answered. */
final class Disputing {
    private Disputing() {}

    static DisputeResult dispute(Invoice invoice, DisputeInvoice command, InvoiceDesk desk) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "only what the payer has can be disputed");
        String dispute = command.disputeId();
        BigDecimal amount = state.after().disputes().amountOf(dispute, command.amount(), state.balance());
        apply(new InvoiceDisputed(
                state.clientId(), state.invoiceId(), state.payer().value(), dispute, command.reason(), amount));
        desk.ledgers().dispute(state.payer(), state.invoiceId(), dispute, null, command.today());
        desk.tasks().open(DisputeTasks.resolve(state, dispute, amount));
        return new DisputeResult(state.invoiceId(), dispute, amount, null, null);
    }

    /** A conceded amount is a billing error of the client company, and calls for a credit note. */
    static DisputeResult resolve(Invoice invoice, ResolveDispute command, InvoiceDesk desk) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "with the invoice its disputes have ended");
        Dispute dispute = state.after().disputes().waiting(command.disputeId());
        BigDecimal upheld = Disputes.conceded(dispute, command.outcome(), command.amount());
        apply(new DisputeResolved(
                state.clientId(),
                state.invoiceId(),
                state.payer().value(),
                dispute.disputeId(),
                command.outcome(),
                upheld,
                command.note()));
        desk.ledgers()
                .dispute(state.payer(), state.invoiceId(), dispute.disputeId(), command.outcome(), command.today());
        if (upheld.signum() > 0) {
            desk.ledgers()
                    .upholdError(
                            state.payer(),
                            state.document().contractId(),
                            state.id(),
                            BillingError.DISPUTE_UPHELD,
                            dispute.disputeId());
        }
        desk.tasks()
                .complete(
                        DisputeTasks.resolution(state, dispute.disputeId()),
                        command.outcome().name());
        if (upheld.signum() > 0) {
            desk.tasks().open(DisputeTasks.credit(state, dispute.disputeId(), upheld));
        }
        return new DisputeResult(state.invoiceId(), dispute.disputeId(), dispute.amount(), command.outcome(), upheld);
    }
}
