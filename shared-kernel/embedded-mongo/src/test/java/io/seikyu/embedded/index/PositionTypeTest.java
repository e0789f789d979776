package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

class PositionTypeTest {
    private static final int TIMES = 20_000;
    private static final List<Object> KINDS = kinds();
    private static final List<Object> ALIKE = kinds();

    private static List<Object> kinds() {
        return List.of(7, "seven", 7L, new ObjectId(new byte[12]), new UUID(7, 7));
    }

    private final PositionType type = new PositionType();

    @Test
    void severalThreadsMayHaveSeveralKindsOfValuesInHand() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::useAll);

        useAll();

        assertThat(other).succeedsWithin(Duration.ofMinutes(1));
    }

    private void useAll() {
        for (int i = 0; i < TIMES; i++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                Object one = KINDS.get(kind);
                if (type.compare(one, ALIKE.get(kind)) != 0
                        || type.getMemory(one) <= 0
                        || !type.read(written(type, one)).equals(one)) {
                    throw new AssertionError(one);
                }
            }
        }
    }

    @Test
    void valuesAreOrderedAndWrittenAsTheStoreDoesIt() {
        DataType<Object> stores = new ObjectDataType();
        for (Object one : KINDS) {
            assertThat(written(type, one)).isEqualTo(written(stores, one));
            for (Object other : KINDS) {
                assertThat(Integer.signum(type.compare(one, other)))
                        .isEqualTo(Integer.signum(stores.compare(one, other)));
            }
        }
    }

    private static ByteBuffer written(DataType<Object> type, Object value) {
        WriteBuffer buffer = new WriteBuffer(1024);
        type.write(buffer, value);
        return buffer.getBuffer().flip();
    }
}
