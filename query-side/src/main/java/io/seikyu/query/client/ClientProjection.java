package io.seikyu.query.client;

import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import io.seikyu.projection.Dated;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import java.util.Map;

/** Client companies (請求元) as the agency knows them. */
public final class ClientProjection implements Projection<ClientView> {
    private static final Folds<ClientView> FOLDS = new Folds<ClientView>()
            .startingWith(ClientRegistered.class, ClientProjection::registered)
            .on(ClientAmended.class, ClientProjection::amended);

    @Override
    public String name() {
        return "client";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "client";
    }

    @Override
    public Class<ClientView> view() {
        return ClientView.class;
    }

    @Override
    public Folds<ClientView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ClientView view) {
        return Map.of();
    }

    private static ClientView registered(ClientRegistered event, Recorded recorded) {
        return new ClientView(event.clientId(), Dated.first(event.details(), recorded));
    }

    private static ClientView amended(ClientView view, ClientAmended event, Recorded recorded) {
        return new ClientView(
                view.clientId(),
                Dated.and(view.versions(), event.effectiveFrom(), event.reason(), event.details(), recorded));
    }
}
