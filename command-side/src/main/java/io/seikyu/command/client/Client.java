package io.seikyu.command.client;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.decision.Effective;
import io.seikyu.contract.client.ClientCommand.AmendClient;
import io.seikyu.contract.client.ClientCommand.RegisterClient;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import io.seikyu.contract.id.ClientId;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** A client company (請求元), which is a tenant. It keeps every version of what is known of it. */
public class Client {
    @AggregateIdentifier
    private String id;

    private Effective<ClientDetails> history;

    Client() {}

    public Client(ClientState state) {
        this.id = state.id();
        this.history = state.history();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void register(RegisterClient command) {
        apply(new ClientRegistered(command.target().value(), command.details()));
    }

    /** Another bank account waits for a second person; what else is amended holds at once. */
    @CommandHandler
    ClientAmendment amend(AmendClient command, Approvals approvals) {
        history.refuseBeforeLatest(command.effectiveFrom());
        ClientDetails present = history.latest().value();
        ClientDetails wanted = command.changes().applyTo(present);
        ClientDetails atOnce = wanted.with(present.bankAccount());
        boolean moves = !wanted.equals(atOnce);
        if (!moves || !atOnce.equals(present)) {
            apply(new ClientAmended(command.target().value(), command.effectiveFrom(), command.reason(), atOnce));
        }
        String approval = moves
                ? approvals
                        .ask(BankAccountMove.asked(command, present.bankAccount(), wanted.bankAccount()))
                        .value()
                : null;
        return new ClientAmendment(command.target().value(), command.effectiveFrom(), approval);
    }

    /** As a second person approved it. */
    void move(BankAccountMove move) {
        history.refuseBeforeLatest(move.effectiveFrom());
        ClientDetails details = history.latest().value().with(move.account());
        apply(new ClientAmended(clientId(), move.effectiveFrom(), move.reason(), details));
    }

    @EventSourcingHandler
    void on(ClientRegistered event) {
        id = new ClientId(event.clientId()).toString();
        history = Effective.always(event.details());
    }

    @EventSourcingHandler
    void on(ClientAmended event) {
        history = history.with(event.effectiveFrom(), event.details());
    }

    /** What held on {@code date}. */
    public ClientDetails detailsOn(LocalDate date) {
        return history.on(date).orElseThrow();
    }

    private String clientId() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    public ClientState state() {
        return new ClientState(id, history);
    }

    public Effective<ClientDetails> history() {
        return history;
    }
}
