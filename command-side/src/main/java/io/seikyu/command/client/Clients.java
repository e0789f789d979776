package io.seikyu.command.client;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.ClientId;
import java.util.Optional;

/** The client companies on file, to be looked at and not to be changed. */
@FunctionalInterface
public interface Clients {
    Optional<Client> find(ClientId id);

    static Clients of(OnFile<Client> clients) {
        return id -> clients.find(id.toString());
    }

    /** @throws Refusal when there is no such client */
    default Client get(ClientId id) {
        return find(id).orElseThrow(
                        () -> Refusal.notFound("client-not-found", "there is no client '" + id.value() + "'"));
    }
}
