package io.seikyu.eventlog.axon;

import io.seikyu.contract.catalogue.PersonalFields;
import io.seikyu.contract.catalogue.Upcaster;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** One kind of record in JSON. Only what is sealed or of an earlier revision takes the way through maps. */
final class JsonShape<E> {
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final String name;
    private final int revision;
    private final Class<E> payload;
    private final PersonalFields<E> personal;
    private final List<Upcaster> upcasters;
    private final SealedFields sealedFields;
    private final boolean mayBeSealed;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final ObjectReader mapReader;

    JsonShape(
            String name,
            int revision,
            Class<E> payload,
            PersonalFields<E> personal,
            List<Upcaster> upcasters,
            SealedFields sealedFields) {
        this.name = name;
        this.revision = revision;
        this.payload = payload;
        this.personal = personal;
        this.upcasters = upcasters;
        this.sealedFields = sealedFields;
        this.mayBeSealed = personal != PersonalFields.none();
        JsonMapper mapper = EventJson.mapper();
        this.writer = mapper.writerFor(payload);
        this.reader = mapper.readerFor(payload);
        this.mapReader = mapper.readerFor(MAP);
    }

    String name() {
        return name;
    }

    int revision() {
        return revision;
    }

    Class<E> payload() {
        return payload;
    }

    StoredPayload encode(Object value) {
        return new StoredPayload(name, revision, write(payload.cast(value)));
    }

    private byte[] write(E value) {
        Map<String, String> subjects = personal.of(value);
        if (subjects.isEmpty()) {
            return writer.writeValueAsBytes(value);
        }
        Map<String, Object> json = EventJson.mapper().convertValue(value, MAP);
        sealedFields.seal(json, subjects);
        return EventJson.mapper().writeValueAsBytes(json);
    }

    E decode(int stored, byte[] bytes) {
        if (stored < 1 || stored > revision) {
            throw new UnreadableEventException(
                    name + " revision " + stored + " is unknown; this version reads up to " + revision, null);
        }
        try {
            boolean plain = stored == revision && !(mayBeSealed && SealedFields.in(bytes));
            return plain ? reader.readValue(bytes) : readByMap(stored, bytes);
        } catch (JacksonException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new UnreadableEventException(name + " revision " + stored + " cannot be read", e);
        }
    }

    private E readByMap(int stored, byte[] bytes) {
        Map<String, Object> json = mapReader.readValue(bytes);
        sealedFields.open(json);
        return EventJson.mapper().convertValue(Upcaster.lead(upcasters, stored, json), payload);
    }
}
