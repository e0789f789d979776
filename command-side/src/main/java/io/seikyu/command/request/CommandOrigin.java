package io.seikyu.command.request;

import io.seikyu.command.decision.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What every event takes over from the message that caused it, and which message that was. */
public final class CommandOrigin implements CorrelationDataProvider {
    private static final List<String> KEPT = List.of(Origin.ACTOR, Origin.TENANT, Origin.CORRELATION_ID, Origin.REASON);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> origin = new HashMap<>();
        for (String key : KEPT) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                origin.put(key, value);
            }
        }
        origin.putIfAbsent(Origin.CORRELATION_ID, message.getIdentifier());
        origin.put(Origin.CAUSATION_ID, message.getIdentifier());
        return origin;
    }
}
