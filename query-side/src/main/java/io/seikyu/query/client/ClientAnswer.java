package io.seikyu.query.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.projection.Dated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client company as it is today.
 *
 * @param versions every version, in the order in which they were recorded; absent in lists
 */
public record ClientAnswer(
        String clientId,
        @JsonUnwrapped ClientDetails details,
        @Nullable List<Dated<ClientDetails>> versions) {
    static ClientAnswer row(ClientView view, LocalDate today) {
        return new ClientAnswer(view.clientId(), Dated.on(today, view.versions()), null);
    }

    static ClientAnswer whole(ClientView view, LocalDate today) {
        return new ClientAnswer(view.clientId(), Dated.on(today, view.versions()), view.versions());
    }
}
