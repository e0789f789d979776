package io.seikyu.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seikyu.contract.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of one shape: in revision 1 a bell had a tone, in 2 a pitch in hertz, since 3 it says whether it is cracked. */
class EventTypeTest {
    private record BellRung(int hertz, boolean cracked) implements Event {}

    private static final EventType<BellRung> RUNG = EventType.of("bell.rung", BellRung.class)
            .revised(json -> with(json, "hertz", json.get("tone").equals("low") ? 220 : 880))
            .revised(json -> with(json, "cracked", false));

    @Test
    void anOldEventIsLedThroughEveryLaterChange() {
        Map<String, Object> led = RUNG.upcast(1, Map.of("tone", "low"));
        assertThat(led).containsEntry("hertz", 220).containsEntry("cracked", false);
    }

    @Test
    void anEventInBetweenIsLedThroughWhatCameAfterIt() {
        assertThat(RUNG.upcast(2, Map.of("hertz", 440))).isEqualTo(Map.of("hertz", 440, "cracked", false));
    }

    @Test
    void anEventOfTodaysShapeStaysAsItIs() {
        Map<String, Object> today = Map.of("hertz", 440, "cracked", true);
        assertThat(RUNG.revision()).isEqualTo(3);
        assertThat(RUNG.upcast(3, today)).isSameAs(today);
    }

    @Test
    void aRevisionWithoutItsUpcasterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventType<>("bell.rung", 2, BellRung.class, PersonalFields.none(), List.of()))
                .withMessageContaining("one upcaster for each earlier revision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventType<>(
                        "bell.rung", 2, BellRung.class, PersonalFields.none(), List.of(new Upcaster(2, json -> json))))
                .withMessageContaining("lacks the upcaster from revision 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventType<>(
                        "bell.rung", 1, BellRung.class, PersonalFields.none(), List.of(new Upcaster(1, json -> json))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell", "Bell.rung", "bell.rung.twice", "io.seikyu.BellRung", "bell.", "bell.-rung"})
    void aStoredNameIsNoClassName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.of(name, BellRung.class));
    }

    private static Map<String, Object> with(Map<String, Object> json, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(json);
        changed.put(field, value);
        return changed;
    }
}
