package io.seikyu.command.invoice;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the reminding of an invoice has come (督促の進み).
 *
 * @param issuedOn      since when the payer owes it; null before
 * @param round         from 1; a dispute that was rejected begins another, and so does each instalment
 * @param generation    how often a reminder did not leave, or did not arrive: its stage is claimed anew
 * @param claimedBy     the reminder that is about to leave, or may have left; null when there is none
 * @param made          the contacts of this round, in order
 * @param notBefore     the day of a rejected dispute, after which time has to pass; or null
 * @param promiseBroken since the last contact
 * @param replacements  invoices under way that are to take its place
 * @param answered      whether the payer said anything of this invoice since the last contact
 */
public record Reminding(
        LocalDate issuedOn,
        int round,
        int generation,
        String claimedBy,
        List<Made> made,
        LocalDate notBefore,
        boolean promiseBroken,
        List<String> replacements,
        boolean answered) {
    static final Reminding NONE = new Reminding(null, 1, 0, null, List.of(), null, false, List.of(), false);

    /**
     * @param newDate  that it named, or null
     * @param receipts whose money was taken account of
     */
    public record Made(
            String reminderId,
            Stage stage,
            ContactChannel channel,
            LocalDate on,
            LocalDate newDate,
            List<String> receipts) {
        public boolean countsFor(String receiptId) {
            return receipts.contains(receiptId);
        }
    }

    public Optional<Made> last() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1));
    }

    /** Whether nobody else spoke, or is about to speak, for this stage by this way. */
    boolean isFree(String reminderId, Stage stage, ContactChannel channel, int inRound) {
        return inRound == round
                && isFree(reminderId)
                && made.stream().noneMatch(it -> it.stage() == stage && it.channel() == channel);
    }

    /** Whether the next round may begin with it. */
    boolean mayBegin(String reminderId, int inRound) {
        return inRound == round + 1 && isFree(reminderId);
    }

    private boolean isFree(String reminderId) {
        return claimedBy == null || claimedBy.equals(reminderId);
    }

    boolean holds(String reminderId) {
        return reminderId.equals(claimedBy)
                || made.stream().anyMatch(it -> it.reminderId().equals(reminderId));
    }

    Reminding with(ReminderConfirmed event) {
        boolean goesOn = event.round() == round;
        return new Reminding(
                issuedOn,
                event.round(),
                generation,
                event.reminderId(),
                goesOn ? made : List.of(),
                goesOn ? notBefore : null,
                promiseBroken,
                replacements,
                answered);
    }

    /** @param receipts that had paid of it by then */
    Reminding with(InvoiceReminded event, List<String> receipts) {
        List<Made> more = new ArrayList<>(made);
        more.add(new Made(event.reminderId(), event.stage(), event.channel(), event.on(), event.newDate(), receipts));
        return new Reminding(issuedOn, round, generation, null, List.copyOf(more), null, false, replacements, false);
    }

    Reminding released(String reminderId, int next) {
        return new Reminding(
                issuedOn,
                round,
                next,
                reminderId.equals(claimedBy) ? null : claimedBy,
                made.stream().filter(it -> !it.reminderId().equals(reminderId)).toList(),
                notBefore,
                promiseBroken,
                replacements,
                answered);
    }

    Reminding issued(LocalDate on) {
        return new Reminding(on, round, generation, claimedBy, made, notBefore, promiseBroken, replacements, answered);
    }

    Reminding with(ReplacementBegun event) {
        return replaced(Stream.concat(replacements.stream(), Stream.of(event.by())));
    }

    Reminding with(ReplacementEnded event) {
        return replaced(replacements.stream().filter(it -> !it.equals(event.by())));
    }

    private Reminding replaced(Stream<String> by) {
        return new Reminding(
                issuedOn, round, generation, claimedBy, made, notBefore, promiseBroken, by.toList(), answered);
    }

    Reminding withBrokenPromise() {
        return new Reminding(issuedOn, round, generation, claimedBy, made, notBefore, true, replacements, answered);
    }

    Reminding withAnswer() {
        return new Reminding(
                issuedOn, round, generation, claimedBy, made, notBefore, promiseBroken, replacements, true);
    }

    /** Back before the stage that was reached, which will be said again with a new date. */
    Reminding again(Instant at) {
        Stage reached = last().map(Made::stage).orElse(null);
        List<Made> before = reached == null
                ? List.of()
                : made.stream().filter(it -> it.stage().isBelow(reached)).toList();
        LocalDate day = reached == null ? null : BusinessDay.of(at);
        return new Reminding(
                issuedOn, round + 1, generation, claimedBy, before, day, promiseBroken, replacements, false);
    }
}
