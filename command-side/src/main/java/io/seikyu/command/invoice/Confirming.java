package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderReleased;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import io.seikyu.eventlog.axon.CommitScope;
import java.time.LocalDate;

/**
 * An invoice says of a reminder that it may leave, in the commit in which it leaves: whatever changes what is owed is an
 * event of the same stream, so one of the two comes first.
 */
final class Confirming {
    private Confirming() {}

    static boolean fits(InvoiceState state, String reminderId, ReminderItem item, ContactChannel channel) {
        return state.status().isIssued()
                && state.claimable().signum() > 0
                && state.after().reminding().replacements().isEmpty()
                && asks(state, item)
                && isFree(state, reminderId, item, channel);
    }

    /** Each instalment begins a round. */
    private static boolean isFree(InvoiceState state, String reminderId, ReminderItem item, ContactChannel channel) {
        Reminding reminding = state.after().reminding();
        return reminding.isFree(reminderId, item.stage(), channel, item.round())
                || state.after().standing().onPlan() && reminding.mayBegin(reminderId, item.round());
    }

    static void confirm(Invoice invoice, String reminderId, ReminderItem item, ContactChannel channel) {
        InvoiceState state = invoice.state();
        Reminding reminding = state.after().reminding();
        if (reminding.claimedBy() == null) {
            CommitScope.claim("reminder/" + state.id() + "/" + item.stage() + "/" + channel + "/" + item.round() + "/"
                    + reminding.generation());
        }
        apply(new ReminderConfirmed(
                state.clientId(),
                state.invoiceId(),
                reminderId,
                item.stage(),
                channel,
                item.round(),
                reminding.generation(),
                item.amount()));
    }

    static void replacementBegun(Invoice invoice, String by) {
        InvoiceState state = invoice.state();
        if (!state.after().reminding().replacements().contains(by)) {
            apply(new ReplacementBegun(
                    state.clientId(), state.invoiceId(), state.payer().value(), by));
        }
    }

    static void replacementEnded(Invoice invoice, String by) {
        InvoiceState state = invoice.state();
        if (state.after().reminding().replacements().contains(by)) {
            apply(new ReplacementEnded(
                    state.clientId(), state.invoiceId(), state.payer().value(), by));
        }
    }

    static void reminded(
            Invoice invoice,
            String reminderId,
            ReminderItem item,
            ContactChannel channel,
            LocalDate on,
            LocalDate newDate) {
        InvoiceState state = invoice.state();
        apply(new InvoiceReminded(
                state.clientId(), state.invoiceId(), reminderId, item.stage(), channel, item.round(), on, newDate));
    }

    static void release(Invoice invoice, String reminderId) {
        InvoiceState state = invoice.state();
        Reminding reminding = state.after().reminding();
        if (reminding.holds(reminderId)) {
            apply(new ReminderReleased(state.clientId(), state.invoiceId(), reminderId, reminding.generation() + 1));
        }
    }

    /** All that may be asked for; of an instalment plan a part, which whoever decided has computed anew. */
    private static boolean asks(InvoiceState state, ReminderItem item) {
        int order = item.amount().compareTo(state.claimable());
        return state.after().standing().onPlan() ? order <= 0 : order == 0;
    }
}
