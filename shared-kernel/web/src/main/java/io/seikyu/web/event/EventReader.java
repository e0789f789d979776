package io.seikyu.web.event;

import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.eventlog.axon.UnreadableEventException;
import io.seikyu.web.reading.Shown;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads events of the log for people and other systems: personal data opened, secrets left out. */
public final class EventReader {
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    /** What proves knowledge of a key, answers that were given to somebody else, and whole files. */
    private static final Map<String, Set<String>> SECRETS = Map.of(
            "api-key.issued", Set.of("hash"),
            "request.answered", Set.of("key", "digest", "body"),
            "job.rows-received", Set.of("rows"),
            "webhook.subscribed", Set.of("secret"));

    private final EventCodec codec;

    public EventReader(EventCodec codec) {
        this.codec = codec;
    }

    public PublishedEvent read(StoredEvent stored, String tenant, byte[] hash) {
        NewEvent event = stored.event();
        if (event.stream() != null && Shown.mayBePersonal(event.type())) {
            Shown.note(event.stream());
        }
        Map<String, String> metadata = metadata(event);
        JsonNode payload = null;
        String unreadable = null;
        try {
            payload = payload(event);
        } catch (UnreadableEventException e) {
            unreadable = "this version cannot read it";
        }
        return new PublishedEvent(
                stored.position(),
                event.id(),
                tenant,
                event.stream(),
                event.stream() == null ? null : event.sequence(),
                event.type(),
                event.revision(),
                event.at(),
                stored.recordedAt(),
                metadata.get("actor"),
                metadata.get("reason"),
                metadata.get("correlationId"),
                metadata.get("causationId"),
                payload,
                unreadable,
                HexFormat.of().formatHex(hash));
    }

    private JsonNode payload(NewEvent event) {
        Object decoded = codec.decode(event.type(), event.revision(), event.payload());
        JsonNode payload = EventJson.mapper().valueToTree(decoded);
        if (payload instanceof ObjectNode fields) {
            fields.remove(SECRETS.getOrDefault(event.type(), Set.of()));
        }
        return payload;
    }

    /** Who, why, and what caused it, by name. */
    public static Map<String, String> metadata(NewEvent event) {
        byte @Nullable [] json = event.metadata();
        return json == null || json.length == 0 ? Map.of() : EventJson.mapper().readValue(json, METADATA);
    }
}
