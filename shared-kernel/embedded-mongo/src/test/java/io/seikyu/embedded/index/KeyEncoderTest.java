package io.seikyu.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order of the bytes is that of the server, for every two of these values. */
class KeyEncoderTest {
    private static final List<Object> VALUES = values();

    private static List<Object> values() {
        List<Object> values = new ArrayList<>(Arrays.asList(
                MinKey.getInstance(),
                null,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                -1,
                -0.5,
                -0.0,
                0,
                0L,
                0.1,
                decimal("0.1"),
                decimal("0.10"),
                decimal("1234.56"),
                1,
                1.0,
                Integer.MAX_VALUE,
                1L << 53,
                (1L << 53) + 1,
                (1L << 53) + 3,
                (1L << 60) - 1,
                1L << 60,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                "",
                "\u0000",
                "\u0000a",
                "\u0001",
                "\u0002",
                "a",
                "a\u0000",
                "a\u0000b",
                "ab",
                "B",
                "é",
                "株式会社",
                "\uE000",
                "😀",
                new Document(),
                new Document("a", 1),
                new Document("a", 1).append("b", 2),
                new Document("b", 1),
                new Document("a", "1"),
                new Document("a", new Document("a", null)),
                new Document("a", null),
                new BinData(new byte[] {}),
                new BinData(new byte[] {-1}),
                new BinData(new byte[] {1, 2}),
                new BinData(new byte[] {0, -2}),
                new LegacyUUID(-1, 2),
                new LegacyUUID(1, -2),
                new UUID(-1, 2),
                new UUID(1, -2),
                new ObjectId("00000000000000000000000a"),
                new ObjectId("f0000000000000000000000a"),
                false,
                true,
                Instant.ofEpochMilli(-1),
                Instant.ofEpochMilli(0),
                Instant.ofEpochMilli(1),
                new BsonTimestamp(1),
                new BsonTimestamp(-1),
                MaxKey.getInstance()));
        return values;
    }

    private static Decimal128 decimal(String text) {
        return new Decimal128(new BigDecimal(text));
    }

    @Test
    void bytesAreOrderedAsTheServerOrdersValues() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                int wanted = ValueComparator.asc().compare(one, other);
                assertThat(Integer.signum(Arrays.compareUnsigned(encoded(one, true), encoded(other, true))))
                        .as("%s : %s", one, other)
                        .isEqualTo(Integer.signum(wanted));
                assertThat(Integer.signum(Arrays.compareUnsigned(encoded(one, false), encoded(other, false))))
                        .as("descending %s : %s", one, other)
                        .isEqualTo(-Integer.signum(wanted));
            }
        }
    }

    @Test
    void noValueBeginsWithAnotherSoThatSeveralCanStandInARow() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                byte[] row = row(one, other);
                int end = KeyReader.end(row, 0, true);
                assertThat(Arrays.copyOf(row, end)).isEqualTo(encoded(one, true));
                assertThat(KeyReader.end(row, end, false)).isEqualTo(row.length);
            }
        }
    }

    @Test
    void aStringIsReadAsItWasWritten() {
        for (Object value : VALUES) {
            assertThat(KeyReader.string(encoded(value, false), 0, false))
                    .isEqualTo(value instanceof String ? value : null);
        }
    }

    @Test
    void whatTheBytesDoNotTellIsSaid() {
        assertThat(isInexact(Double.NaN)).isTrue();
        assertThat(isInexact(decimal("0.1234567890123456"))).isTrue();
        assertThat(isInexact(decimal("1E400"))).isTrue();
        assertThat(isInexact(new Document("a", List.of(1)))).isTrue();
        assertThat(VALUES).noneMatch(KeyEncoderTest::isInexact);
    }

    private static boolean isInexact(Object value) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.append(value, true);
        return encoder.isInexact();
    }

    private static byte[] encoded(Object value, boolean ascending) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.append(value, ascending);
        return encoder.toBytes();
    }

    private static byte[] row(Object one, Object other) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.append(one, true);
        encoder.append(other, false);
        return encoder.toBytes();
    }
}
