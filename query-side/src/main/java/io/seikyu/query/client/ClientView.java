package io.seikyu.query.client;

import io.seikyu.contract.client.ClientDetails;
import io.seikyu.projection.Dated;
import java.util.List;

/** A client company with every version of its details. */
public record ClientView(String clientId, List<Dated<ClientDetails>> versions) {}
