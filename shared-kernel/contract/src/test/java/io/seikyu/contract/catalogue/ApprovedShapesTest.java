package io.seikyu.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.Event;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was once stored is read for years. A shape changes only together with its revision: a new approved file beside
 * the old one, and an upcaster that leads from the one to the other.
 */
class ApprovedShapesTest {
    static List<EventType<?>> events() {
        return EventCatalogue.all();
    }

    static Stream<EventType<?>> revisedEvents() {
        // the first of all stands for the others while nothing was revised: its only revision leads to itself
        return Stream.concat(
                events().stream().filter(type -> type.revision() > 1),
                events().stream().limit(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void theShapeOfAnEventIsTheApprovedOneOfItsRevision(EventType<?> type) {
        String name = file(type, type.revision());
        String rendered = Approved.render(FullSample.of(type.payload(), true));
        String hint = "The shape differs from what is approved. Is it new, copy " + Approved.receive(name, rendered)
                + " to src/test/resources/approved; has it changed, raise the revision in the catalogue and give an"
                + " upcaster first.";
        assertThat(Approved.names()).as(hint).contains(name);
        assertThat(rendered).as(hint).isEqualTo(Approved.text(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void whatIsApprovedReadsBackAsTheSameEvent(EventType<?> type) {
        Event sample = FullSample.of(type.payload(), true);
        assertThat(Approved.read(Approved.json(file(type, type.revision())), type.payload()))
                .isEqualTo(sample);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("revisedEvents")
    void everyEarlierRevisionIsLedToTodaysShape(EventType<?> type) {
        for (int revision = 1; revision <= type.revision(); revision++) {
            assertThat(Approved.read(type.upcast(revision, Approved.json(file(type, revision))), type.payload()))
                    .as("revision %d", revision)
                    .isNotNull();
        }
    }

    @Test
    void everyRevisionHasItsFileAndEveryFileItsRevision() {
        Set<String> revisions = new TreeSet<>();
        for (EventType<?> type : events()) {
            IntStream.rangeClosed(1, type.revision()).forEach(revision -> revisions.add(file(type, revision)));
        }
        assertThat(Approved.names()).isEqualTo(revisions);
    }

    private static String file(EventType<?> type, int revision) {
        return type.name() + "@" + revision;
    }
}
