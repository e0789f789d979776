package io.seikyu.eventlog.axon;

import io.seikyu.contract.personal.PersonalCipher;
import io.seikyu.contract.personal.SubjectKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Snapshots on disk: the states of the aggregates that are named to it, and of no others. */
public final class SnapshotCodec implements PayloadCodec {
    private static final SnapshotCodec NONE = new SnapshotCodec();

    private final Map<String, Kind<?, ?>> byName = new HashMap<>();
    private final Map<Class<?>, Kind<?, ?>> byClass = new HashMap<>();

    private SnapshotCodec() {}

    public SnapshotCodec(List<SnapshotType<?, ?>> types, SubjectKeys keys) {
        SealedFields sealedFields = new SealedFields(new PersonalCipher(keys));
        for (SnapshotType<?, ?> type : types) {
            Kind<?, ?> kind = new Kind<>(type, sealedFields);
            byName.put(type.name(), kind);
            byClass.put(type.aggregate(), kind);
        }
    }

    /** No aggregate has snapshots. */
    public static SnapshotCodec none() {
        return NONE;
    }

    @Override
    public StoredPayload encode(Object aggregate) {
        Kind<?, ?> kind = byClass.get(aggregate.getClass());
        if (kind == null) {
            throw new IllegalArgumentException(aggregate.getClass().getName() + " has no snapshot type");
        }
        return kind.encode(aggregate);
    }

    @Override
    public Class<?> typeOf(String name, int revision) {
        Kind<?, ?> kind = byName.get(name);
        return kind == null || kind.type.revision() != revision ? UnreadableEvent.class : kind.type.aggregate();
    }

    @Override
    public Object decode(String name, int revision, byte[] bytes) {
        Kind<?, ?> kind = byName.get(name);
        if (kind == null) {
            throw new UnreadableEventException("the snapshot '" + name + "' has no snapshot type", null);
        }
        return kind.decode(revision, bytes);
    }

    private static final class Kind<A, S> {
        private final SnapshotType<A, S> type;
        private final JsonShape<S> shape;

        Kind(SnapshotType<A, S> type, SealedFields sealedFields) {
            this.type = type;
            this.shape = new JsonShape<>(
                    type.name(), type.revision(), type.state(), type.personal(), List.of(), sealedFields);
        }

        StoredPayload encode(Object aggregate) {
            return shape.encode(type.toState().apply(type.aggregate().cast(aggregate)));
        }

        A decode(int revision, byte[] bytes) {
            return type.fromState().apply(shape.decode(revision, bytes));
        }
    }
}
