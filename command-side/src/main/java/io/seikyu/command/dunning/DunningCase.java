package io.seikyu.command.dunning;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.dunning.DunningNews.Planned;
import io.seikyu.command.dunning.DunningState.Open;
import io.seikyu.command.dunning.SteadyLook.Based;
import io.seikyu.command.reminder.ReminderState;
import io.seikyu.command.reminder.ReminderStatus;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DunningCommand.DecideDunning;
import io.seikyu.contract.dunning.DunningEvent.ContactEnd;
import io.seikyu.contract.dunning.DunningEvent.ContactEnded;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.id.DunningId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReminderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * The dunning of one payer (督促). It decides from the facts of this moment and records what is new. While a contact is
 * about to leave by itself there is no other one; where it waits for people, the other invoices are not silenced. What
 * changes a planned contact withdraws it.
 */
public class DunningCase {
    @AggregateIdentifier
    private String id;

    private DunningState state;

    DunningCase() {}

    public DunningCase(DunningState state) {
        this.id = new DunningId(state.clientId(), state.accountId()).toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DecideDunning command, DunningDesk desk) {
        if (state == null) {
            state = DunningState.of(command.target());
        }
        if (command.invoiceId() != null) {
            desk.lookBack(new InvoiceId(state.clientId(), command.invoiceId()), BusinessDay.of(command.now()));
        }
        noteWhatCameBack(desk);
        boolean waits = false;
        for (Open open : state.open()) {
            waits |= isInTheWay(open, command, desk);
        }
        if (!waits) {
            decideAnew(command, desk);
        }
    }

    /** A mail may come back long after it left. */
    private void noteWhatCameBack(DunningDesk desk) {
        if (state.made() != null) {
            desk.reminders()
                    .find(new ReminderId(state.clientId(), state.made().reminderId()))
                    .filter(reminder -> reminder.status() == ReminderStatus.FAILED)
                    .ifPresent(reminder -> ended(reminder, ContactEnd.FAILED, null));
        }
    }

    /** One that is over, or does not fit any more, ends here; one that people have in hand is in nobody's way. */
    private boolean isInTheWay(Open open, DecideDunning command, DunningDesk desk) {
        ReminderState reminder = desk.reminders()
                .find(new ReminderId(state.clientId(), open.reminderId()))
                .orElseThrow();
        if (reminder.status().hasEnded()) {
            ended(reminder, end(reminder.status()), reminder.sentAt());
            return false;
        }
        if (desk.reminders().isLeaving(reminder)) {
            return !reminder.waitsForPeople();
        }
        List<DunningReason> against = desk.decisions().against(reminder, state, command.now());
        if (against.isEmpty()) {
            return !goOn(reminder, command, desk).waitsForPeople();
        }
        desk.reminders().withdraw(reminder.id(), against);
        ended(reminder, ContactEnd.WITHDRAWN, null);
        return false;
    }

    /** What everybody agreed to is made as soon as the hour allows it. */
    private ReminderState goOn(ReminderState reminder, DecideDunning command, DunningDesk desk) {
        if (reminder.status() == ReminderStatus.PLANNED) {
            Instant opening = desk.decisions().opening(state, reminder, command.now());
            if (opening.isAfter(command.now())) {
                desk.lookAgain(command.target(), opening);
            } else {
                LocalDate today = BusinessDay.of(command.now());
                desk.reminders().make(reminder.id(), today, desk.decisions().newDate(reminder, today));
            }
        }
        return desk.reminders().find(reminder.id()).orElseThrow();
    }

    private void ended(ReminderState reminder, ContactEnd end, Instant at) {
        apply(new ContactEnded(state.clientId(), state.accountId(), reminder.reminderId(), end, at));
    }

    private static ContactEnd end(ReminderStatus status) {
        return switch (status) {
            case SENT -> ContactEnd.MADE;
            case FAILED -> ContactEnd.FAILED;
            case REJECTED -> ContactEnd.REJECTED;
            default -> ContactEnd.WITHDRAWN;
        };
    }

    private void decideAnew(DecideDunning command, DunningDesk desk) {
        Based based = desk.decide(state, command.now());
        DunningNews news = DunningNews.of(state, based.decided(), command.now(), based.position());
        news.suppressed().forEach(event -> apply(event));
        news.lifted().forEach(event -> apply(event));
        news.planned().ifPresent(planned -> plan(planned, desk, command.now()));
        desk.lookAgain(command.target(), based.decided().decision().lookAgain());
    }

    private static void plan(Planned planned, DunningDesk desk, Instant now) {
        apply(planned.contact());
        ReminderPlanned reminder = planned.reminder();
        desk.reminders().plan(reminder);
        if (reminder.needs().isEmpty()) {
            ReminderId id = new ReminderId(reminder.clientId(), reminder.reminderId());
            desk.reminders().make(id, BusinessDay.of(now), reminder.newDate());
        }
    }

    @EventSourcingHandler
    void on(ReminderSuppressed event) {
        state = known(event.clientId(), event.accountId()).with(event);
    }

    @EventSourcingHandler
    void on(SuppressionLifted event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ContactPlanned event) {
        state = known(event.clientId(), event.accountId()).with(event);
    }

    @EventSourcingHandler
    void on(ContactEnded event) {
        state = state.with(event);
    }

    private DunningState known(String clientId, String accountId) {
        DunningId dunning = new DunningId(clientId, accountId);
        id = dunning.toString();
        return state == null ? DunningState.of(dunning) : state;
    }

    public DunningState state() {
        return state;
    }
}
