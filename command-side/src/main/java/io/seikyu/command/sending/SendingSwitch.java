package io.seikyu.command.sending;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.SwitchId;
import io.seikyu.contract.sending.SendingCommand.RecogniseInstance;
import io.seikyu.contract.sending.SendingCommand.ResumeSending;
import io.seikyu.contract.sending.SendingCommand.StopSending;
import io.seikyu.contract.sending.SendingEvent.InstanceNotRecognised;
import io.seikyu.contract.sending.SendingEvent.InstanceRecorded;
import io.seikyu.contract.sending.SendingEvent.SendingResumed;
import io.seikyu.contract.sending.SendingEvent.SendingStopped;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * The switch of all sending (送付の停止・再開): one of the agency, and one of each client company that ever stopped. That
 * of the agency also knows which instance of the program may send: another one, such as a restored copy, may not before
 * a person has confirmed it.
 */
public class SendingSwitch {
    @AggregateIdentifier
    private String id;

    private SwitchState state;

    SendingSwitch() {}

    public SendingSwitch(SwitchState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    /** Stopping what is stopped says nothing new. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void stop(StopSending command, Clients clients) {
        if (!command.target().isOfAgency()) {
            clients.get(new ClientId(command.target().tenant()));
        }
        if (state == null || !state.stopped()) {
            apply(new SendingStopped(clientOf(command.target()), command.reason()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void resume(ResumeSending command) {
        boolean toConfirm = state != null && state.unconfirmed() != null;
        if (!toConfirm && (state == null || !state.stopped())) {
            throw Refusal.conflict("sending-not-stopped", "sending is on: there is nothing to resume");
        }
        if (toConfirm && command.sentUpTo() == null) {
            throw Refusal.invalid(
                    "sent-up-to-required",
                    "this instance was restored or copied: say by sentUpTo up to when messages had gone out, or until"
                            + " now if nobody knows",
                    List.of(new Fault("/sentUpTo", "required", "is required to confirm this instance")));
        }
        if (command.sentUpTo() != null && (!toConfirm || command.sentUpTo().isAfter(command.now()))) {
            String why = toConfirm ? "is in the future" : "is for an instance that was restored or copied only";
            throw Refusal.invalid(
                    "sent-up-to-invalid", "sentUpTo " + why, List.of(new Fault("/sentUpTo", "invalid", why)));
        }
        apply(new SendingResumed(clientOf(command.target()), command.reason(), command.sentUpTo()));
    }

    /** The first instance of all is recorded; one that is not known waits for a person. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void recognise(RecogniseInstance command) {
        boolean first = state == null || state.instance() == null && state.unconfirmed() == null;
        if (first && command.evidence() == null) {
            apply(new InstanceRecorded(clientOf(command.target()), command.instance()));
        } else if (first || !state.recognises(command.instance(), command.evidence())) {
            apply(new InstanceNotRecognised(clientOf(command.target()), command.instance(), command.evidence()));
        }
    }

    private static String clientOf(SwitchId target) {
        return target.isOfAgency() ? null : target.tenant();
    }

    private void begin(String clientId) {
        if (state == null) {
            state = SwitchState.of(clientId == null ? Ids.AGENCY : clientId);
            id = state.id().toString();
        }
    }

    @EventSourcingHandler
    void on(SendingStopped event) {
        begin(event.clientId());
        state = state.stop();
    }

    @EventSourcingHandler
    void on(SendingResumed event) {
        state = state.resumed(event.sentUpTo());
    }

    @EventSourcingHandler
    void on(InstanceRecorded event) {
        begin(event.clientId());
        state = state.recorded(event.instance());
    }

    @EventSourcingHandler
    void on(InstanceNotRecognised event) {
        begin(event.clientId());
        state = state.strange(event.instance(), event.evidence());
    }

    public SwitchState state() {
        return state;
    }
}
