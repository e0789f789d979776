package io.seikyu.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.Event;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.contract.catalogue.PersonalFields;
import io.seikyu.contract.catalogue.Upcaster;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private final MemorySubjectKeys keys = new MemorySubjectKeys();
    private final EventCodec codec = new EventCodec(
            List.of(
                    new EventType<>("sample.plain", 1, Plain.class, PersonalFields.none(), List.of()),
                    new EventType<>(
                            "sample.moved-in",
                            3,
                            MovedIn.class,
                            new PersonalFields<>(event -> event.corporate()
                                    ? Map.of()
                                    : Map.of(
                                            "tenant.name", event.subject(),
                                            "tenant.phones", event.subject(),
                                            "rent", "acme/account/landlord",
                                            "note", event.subject())),
                            List.of(
                                    new Upcaster(1, EventCodecTest::renameCost),
                                    new Upcaster(2, EventCodecTest::addCorporate)))),
            keys);

    @Test
    void anEventComesBackEqual() {
        Plain event = new Plain(
                "あ\"\\\n😀",
                new BigDecimal("12345678901234567890.1200"),
                LocalDate.of(2026, 2, 28),
                Instant.parse("2026-11-22T01:02:03.000000004Z"),
                Kind.B,
                List.of(new Plain.Part("x", 7), new Plain.Part(null, -1)),
                Map.of("k", "v"),
                null,
                true);

        assertThat(roundTrip(event)).isEqualTo(event);
    }

    @Test
    void amountsStandAsPlainStringsAndAbsentValuesNotAtAll() {
        Plain event = new Plain(
                null, new BigDecimal("1E+3"), LocalDate.of(2026, 1, 2), null, Kind.A, List.of(), Map.of(), null, false);

        assertThat(json(codec.encode(event)))
                .isEqualTo("{\"amount\":\"1000\",\"on\":\"2026-01-02\",\"kind\":\"A\",\"parts\":[],\"facts\":{},"
                        + "\"open\":false}");
        assertThat(((Plain) roundTrip(event)).amount()).isEqualByComparingTo("1000");
    }

    @Test
    void anAmountThatWouldFillTheDiskIsRefused() {
        Plain absurd =
                new Plain(null, new BigDecimal("1E+999999999"), null, null, Kind.A, List.of(), Map.of(), null, false);

        assertThatThrownBy(() -> codec.encode(absurd)).hasStackTraceContaining("more than 200 digits");
    }

    @Test
    void helperMethodsOfARecordAreNotStored() {
        assertThat(json(codec.encode(new Plain("t", null, null, null, null, null, null, null, true))))
                .isEqualTo("{\"text\":\"t\",\"open\":true}");
    }

    @Test
    void whatIsNotInTheCatalogueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode("text"))
                .withMessageContaining("java.lang.String is not in the event catalogue");
    }

    @Test
    void anUnknownNameOrAHigherRevisionIsAnErrorThatNamesIt() {
        assertThat(codec.typeOf("sample.unheard-of", 1)).isEqualTo(UnreadableEvent.class);
        assertThat(codec.typeOf("sample.plain", 2)).isEqualTo(UnreadableEvent.class);
        assertThatThrownBy(() -> codec.decode("sample.unheard-of", 1, bytes("{}")))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("sample.unheard-of");
        assertThatThrownBy(() -> codec.decode("sample.plain", 2, bytes("{}")))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("sample.plain revision 2 is unknown; this version reads up to 1");
    }

    @Test
    void aShapeThatChangedWithoutARevisionIsAnError() {
        for (String damaged : List.of(
                "{\"open\":true,\"more\":1}", "{\"text\":\"no open\"}", "{\"open\":\"yes\"}", "{\"open\":true}x", "")) {
            assertThatThrownBy(() -> codec.decode("sample.plain", 1, bytes(damaged)))
                    .as(damaged)
                    .isInstanceOf(UnreadableEventException.class);
        }
    }

    @Test
    void earlierRevisionsAreLedThroughTheUpcasters() {
        String first = "{\"subject\":\"acme/account/a\",\"tenant\":{\"name\":\"X\",\"phones\":[]},\"cost\":\"5\"}";
        String second = first.replace("cost", "rent");

        MovedIn expected = new MovedIn("acme/account/a", false, new Party("X", List.of()), new BigDecimal("5"), null);
        assertThat(codec.decode("sample.moved-in", 1, bytes(first))).isEqualTo(expected);
        assertThat(codec.decode("sample.moved-in", 2, bytes(second))).isEqualTo(expected);
    }

    @Test
    void personalDataIsSealedWithTheKeyOfWhomItBelongsTo() {
        MovedIn event = movedIn(false);

        String stored = json(codec.encode(event));

        assertThat(stored).doesNotContain("山田", "0312345678", "85000").contains("\"$sealed\"", "\"json\":true");
        assertThat(keys.find("acme/account/a")).isPresent();
        assertThat(keys.find("acme/account/landlord")).isPresent();
        assertThat(roundTrip(event)).isEqualTo(event);
    }

    @Test
    void whatIsNotPersonalInThisVeryEventIsNotSealed() {
        MovedIn event = movedIn(true);

        assertThat(json(codec.encode(event))).contains("山田", "0312345678").doesNotContain("$sealed");
        assertThat(roundTrip(event)).isEqualTo(event);
        assertThat(keys.find("acme/account/a")).isEmpty();
    }

    @Test
    void erasedDataReadsAsATombstone() {
        StoredPayload stored = codec.encode(movedIn(false));
        keys.erase("acme/account/a");

        assertThat(codec.decode(stored.name(), stored.revision(), stored.bytes()))
                .isEqualTo(new MovedIn(
                        "acme/account/a", false, new Party("[erased]", null), new BigDecimal("85000"), null));
    }

    @Test
    void nothingMoreIsStoredOfAnErasedPerson() {
        keys.erase("acme/account/a");

        assertThatIllegalStateException().isThrownBy(() -> codec.encode(movedIn(false)));
    }

    @Test
    void aSealedValueThatWasMovedToAnotherFieldDoesNotOpen() {
        StoredPayload stored = codec.encode(movedIn(false));
        String moved = json(stored).replace("\"rent\":", "\"note\":");

        assertThatThrownBy(() -> codec.decode(stored.name(), stored.revision(), bytes(moved)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("sample.moved-in revision 3 cannot be read");
    }

    @Test
    void anOlderRevisionIsOpenedBeforeItIsUpcast() {
        String stored = json(codec.encode(movedIn(false))).replace("\"corporate\":false,", "");

        assertThat(codec.decode("sample.moved-in", 2, bytes(stored))).isEqualTo(movedIn(false));
    }

    private Object roundTrip(Event event) {
        StoredPayload stored = codec.encode(event);
        assertThat(codec.typeOf(stored.name(), stored.revision())).isEqualTo(event.getClass());
        return codec.decode(stored.name(), stored.revision(), stored.bytes());
    }

    private static MovedIn movedIn(boolean corporate) {
        return new MovedIn(
                "acme/account/a", corporate, new Party("山田", List.of("0312345678")), new BigDecimal("85000"), null);
    }

    private static Map<String, Object> renameCost(Map<String, Object> json) {
        json.put("rent", json.remove("cost"));
        return json;
    }

    private static Map<String, Object> addCorporate(Map<String, Object> json) {
        json.put("corporate", false);
        return json;
    }

    private static String json(StoredPayload stored) {
        return new String(stored.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private enum Kind {
        A,
        B
    }

    private record Plain(
            String text,
            BigDecimal amount,
            LocalDate on,
            Instant at,
            Kind kind,
            List<Part> parts,
            Map<String, String> facts,
            Integer generation,
            boolean open)
            implements Event {
        record Part(String name, int number) {}

        public boolean isLarge() {
            return true;
        }

        public List<String> getNames() {
            return new ArrayList<>();
        }
    }

    private record Party(String name, List<String> phones) {}

    private record MovedIn(String subject, boolean corporate, Party tenant, BigDecimal rent, String note)
            implements Event {}
}
