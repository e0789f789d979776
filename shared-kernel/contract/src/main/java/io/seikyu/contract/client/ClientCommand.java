package io.seikyu.contract.client;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.id.ClientId;
import java.time.LocalDate;

/** What can be asked of a client company. */
public sealed interface ClientCommand extends Command {
    @Override
    ClientId target();

    record RegisterClient(ClientId target, ClientDetails details) implements ClientCommand {}

    /** @param today the business date of the asking */
    record AmendClient(
            ClientId target, LocalDate effectiveFrom, String reason, Amendment<ClientDetails> changes, LocalDate today)
            implements ClientCommand {}
}
