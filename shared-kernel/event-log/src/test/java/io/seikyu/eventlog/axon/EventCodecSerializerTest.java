package io.seikyu.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.Sample.Named;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class EventCodecSerializerTest {
    private final EventCodec codec = new EventCodec(Sample.TYPES, new MemorySubjectKeys());
    private final EventCodecSerializer serializer =
            new EventCodecSerializer(codec, Jackson3Serializer.builder().build());

    @Test
    void anEventIsKeptUnderItsStoredNameAndSealed() {
        Named event = new Named("acme/sample/a", "山田");

        SerializedObject<String> kept = serializer.serialize(event, String.class);

        assertThat(kept.getData()).doesNotContain("山田").contains("$sealed");
        assertThat(kept.getType().getName()).isEqualTo("sample.named");
        assertThat(kept.getType().getRevision()).isEqualTo("1");
        assertThat(serializer.classForType(kept.getType())).isEqualTo(Named.class);
        assertThat(serializer.typeForClass(Named.class)).isEqualTo(kept.getType());
        Object read = serializer.deserialize(kept);
        assertThat(read).isEqualTo(event);
    }

    @Test
    void whatIsNoEventGoesToTheOtherSerializer() {
        MetaData metadata = MetaData.with("a", "b");

        SerializedObject<byte[]> kept = serializer.serialize(metadata, byte[].class);

        assertThat(serializer.classForType(kept.getType())).isEqualTo(MetaData.class);
        Object read = serializer.deserialize(kept);
        assertThat(read).isEqualTo(metadata);
    }

    @Test
    void anEventOfTheLogIsKeptByteForByteEvenWhenItCannotBeRead() {
        byte[] payload = "{\"new\":1}".getBytes(StandardCharsets.UTF_8);
        NewEvent stored = new NewEvent("id", "acme/sample/a", 0, "sample.newer", 4, Instant.EPOCH, payload, null);
        TrackedEventMessage<?> message = new EventMessages(codec).tracked(new StoredEvent(3, Instant.EPOCH, stored));

        SerializedObject<byte[]> kept = message.serializePayload(serializer, byte[].class);

        assertThat(kept.getData()).isEqualTo(payload);
        assertThat(kept).isEqualTo(new SimpleSerializedObject<>(payload, byte[].class, "sample.newer", "4"));
        assertThat(serializer.classForType(kept.getType())).isEqualTo(UnreadableEvent.class);
    }
}
