package io.seikyu.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.access.AccessCommand.IssueApiKey;
import io.seikyu.contract.access.AccessCommand.RevokeApiKey;
import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** The ring of API keys: all of them, of the agency and of its client companies. It knows hashes and never a key. */
public class ApiKeys {
    @AggregateIdentifier
    private String id;

    private ApiKeysState state = ApiKeysState.none();

    ApiKeys() {}

    public ApiKeys(ApiKeysState state) {
        this.id = AccessEvent.STREAM;
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void issue(IssueApiKey command, Clients clients) {
        if (state.keys().containsKey(command.keyId())) {
            throw Refusal.conflict("already-exists", "there is a key '" + command.keyId() + "' already");
        }
        refuseContradictions(command);
        if (command.clientId() != null) {
            clients.get(new ClientId(command.clientId()));
        }
        command.grants().forEach(grant -> clients.get(new ClientId(grant)));
        apply(new ApiKeyIssued(
                command.keyId(),
                command.hash(),
                command.roles(),
                command.clientId(),
                command.grants(),
                command.expiresOn()));
    }

    /** Revoking what is revoked says nothing new. */
    @CommandHandler
    void revoke(RevokeApiKey command) {
        Boolean good = state.keys().get(command.keyId());
        if (good == null) {
            throw Refusal.notFound("api-key-not-found", "there is no key '" + command.keyId() + "'");
        }
        if (good) {
            apply(new ApiKeyRevoked(command.keyId(), command.reason()));
        }
    }

    @EventSourcingHandler
    void on(ApiKeyIssued event) {
        id = AccessEvent.STREAM;
        state = state.with(event.keyId(), true);
    }

    @EventSourcingHandler
    void on(ApiKeyRevoked event) {
        state = state.with(event.keyId(), false);
    }

    public ApiKeysState state() {
        return state;
    }

    private static void refuseContradictions(IssueApiKey command) {
        boolean ofClient = command.clientId() != null;
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < command.roles().size(); i++) {
            Role role = command.roles().get(i);
            if (role.ofClient() != ofClient) {
                String why = ofClient ? "is a role of the agency" : "is a role of client companies: name the clientId";
                faults.add(new Fault("/roles/" + i, "invalid", role + " " + why));
            }
        }
        if (ofClient && !command.grants().isEmpty()) {
            faults.add(new Fault("/grants", "invalid", "a key of a client company acts for that company alone"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-api-key", "no key can be like this", faults);
        }
    }
}
