package io.seikyu.contract.client;

import io.seikyu.contract.Event;
import java.time.LocalDate;

/** The life of a client company (請求元). */
public sealed interface ClientEvent extends Event {
    String clientId();

    record ClientRegistered(String clientId, ClientDetails details) implements ClientEvent {}

    /** From {@code effectiveFrom} on {@code details} hold; what held before stays in the log. */
    record ClientAmended(String clientId, LocalDate effectiveFrom, String reason, ClientDetails details)
            implements ClientEvent {}
}
