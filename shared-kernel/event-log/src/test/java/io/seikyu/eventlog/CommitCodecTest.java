package io.seikyu.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every hash of every log rests on these bytes: if a change of the code changes them, no log can be verified any more. */
class CommitCodecTest {
    private static final Instant RECORDED = Instant.parse("2026-04-30T15:00:00.000000007Z");
    private static final NewCommit COMMIT = new NewCommit(
            new UUID(0x0123456789abcdefL, 0x8edcba9876543210L),
            "acme",
            List.of(
                    new NewEvent(
                            "e-1",
                            "acme/invoice/1",
                            7,
                            "invoice.issued",
                            2,
                            Instant.parse("2026-04-30T14:59:59.5Z"),
                            utf8("{\"n\":\"請\"}"),
                            utf8("{}")),
                    new NewEvent("e-2", null, -1, "note", 1, Instant.EPOCH, new byte[0], null)),
            Set.of("number/b", "number/a"));

    private static final String APPROVED = "01" // format
            + "0000000000000005" // first position
            + "0000000069f36e7000000007" // recorded at
            + "0123456789abcdef8edcba9876543210" // commit id
            + "0000000461636d65" // tenant
            + "00000002" // claims, sorted
            + "000000086e756d6265722f61"
            + "000000086e756d6265722f62"
            + "00000002" // events
            + "00000003652d31"
            + "0000000e61636d652f696e766f6963652f31"
            + "0000000000000007"
            + "0000000e696e766f6963652e697373756564"
            + "00000002"
            + "0000000069f36e6f1dcd6500"
            + "0000000b7b226e223a22e8ab8b227d"
            + "000000027b7d"
            + "00000003652d32"
            + "ffffffff" // no stream
            + "ffffffffffffffff"
            + "000000046e6f7465"
            + "00000001"
            + "000000000000000000000000"
            + "00000000"
            + "ffffffff"; // no metadata

    @Test
    void theBytesOfACommitAreTheApprovedOnes() {
        assertThat(HexFormat.of().formatHex(CommitCodec.encode(5, RECORDED, COMMIT)))
                .isEqualTo(APPROVED);
    }

    @Test
    void theHashOfACommitIsTheApprovedOne() {
        byte[] hash =
                CommitCodec.hash(CommitCodec.beforeTheFirst(), HexFormat.of().parseHex(APPROVED));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("364f7880e10dd1a3ce9007ef79e2a64dad0320d96fba15d956d813e13e3daf62");
    }

    @Test
    void whatIsDecodedIsWhatWasEncoded() {
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);

        StoredCommit read = CommitCodec.decode(body, new byte[32]);

        assertThat(read.firstPosition()).isEqualTo(5);
        assertThat(read.recordedAt()).isEqualTo(RECORDED);
        assertThat(read.commit()).usingRecursiveComparison().isEqualTo(COMMIT);
    }

    @Test
    void oneEventIsReadWithoutTheOthers() {
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);

        assertThat(CommitCodec.event(body, 0))
                .usingRecursiveComparison()
                .isEqualTo(new StoredEvent(5, RECORDED, COMMIT.events().get(0)));
        assertThat(CommitCodec.event(body, 1))
                .usingRecursiveComparison()
                .isEqualTo(new StoredEvent(6, RECORDED, COMMIT.events().get(1)));
        assertThatThrownBy(() -> CommitCodec.event(body, 2)).isInstanceOf(LogDamagedException.class);
    }

    @Test
    void anEventAloneIsDecodedAsItWasEncoded() {
        NewEvent event = COMMIT.events().get(0);

        assertThat(CommitCodec.decodeEvent(CommitCodec.encode(event)))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    @Test
    void aPreparedCommitGetsItsPlaceInTheSameBytes() {
        StoredCommit placed = PreparedCommit.of(COMMIT).at(5, RECORDED, CommitCodec.beforeTheFirst());

        assertThat(placed.body()).isEqualTo(CommitCodec.encode(5, RECORDED, COMMIT));
        assertThat(placed.hash()).isEqualTo(CommitCodec.hash(CommitCodec.beforeTheFirst(), placed.body()));
    }

    @Test
    void bytesThatAreCutAreDamage() {
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);

        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> CommitCodec.decode(cut, new byte[32])).isInstanceOf(LogDamagedException.class);
        }
    }

    @Test
    void bytesBehindTheEndAreDamage() {
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);

        assertThatThrownBy(() -> CommitCodec.decode(Arrays.copyOf(body, body.length + 1), new byte[32]))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("behind its end");
    }

    @Test
    void aTimeThatCannotBeIsDamage() {
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);
        ByteBuffer.wrap(body).putLong(9, Long.MAX_VALUE);

        assertThatThrownBy(() -> CommitCodec.decode(body, new byte[32])).isInstanceOf(LogDamagedException.class);
    }

    @Test
    void anUnknownFormatIsDamage() {
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);
        body[0] = 9;

        assertThatThrownBy(() -> CommitCodec.decode(body, new byte[32]))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("unknown format 9");
    }

    /** Whatever stands there, reading it ends in a commit or in damage, never in another error. */
    @Test
    void anyBytesAreACommitOrDamage() {
        Random random = new Random(20_261_122);
        byte[] body = CommitCodec.encode(5, RECORDED, COMMIT);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = body.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                changed[1 + random.nextInt(body.length - 1)] = (byte) random.nextInt(256);
            }
            try {
                CommitCodec.decode(changed, new byte[32]);
            } catch (LogDamagedException expected) {
                assertThat(expected).hasMessageContaining("commit");
            }
            try {
                CommitCodec.event(changed, random.nextInt(3));
            } catch (LogDamagedException expected) {
                assertThat(expected).hasMessageContaining("commit");
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
