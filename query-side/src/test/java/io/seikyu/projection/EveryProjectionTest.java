package io.seikyu.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.query.AllProjections;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EveryProjectionTest {
    private static final List<Projection<?>> ALL = AllProjections.list();

    @TestFactory
    List<DynamicTest> handlesOrNamesEveryEventOfItsStreamOnce() {
        return ALL.stream()
                .map(projection -> DynamicTest.dynamicTest(projection.name(), () -> {
                    List<Class<?>> named = new ArrayList<>(projection.folds().handled());
                    named.addAll(projection.folds().ignored());
                    named.removeIf(type -> !isOf(projection, nameOf(type)));
                    List<Class<?>> own = new ArrayList<>();
                    EventCatalogue.all().stream()
                            .filter(type -> isOf(projection, type.name()))
                            .map(EventType::payload)
                            .forEach(own::add);
                    assertThat(named).containsExactlyInAnyOrderElementsOf(own);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> handlesExactlyTheEventsOfItsStream() {
        return ALL.stream()
                .map(projection -> DynamicTest.dynamicTest(
                        projection.name(),
                        () -> assertThat(projection.folds().handled())
                                .allMatch(type -> isOf(projection, nameOf(type)))))
                .toList();
    }

    private static boolean isOf(Projection<?> projection, String event) {
        return event.startsWith(projection.streamType() + ".");
    }

    private static String nameOf(Class<?> type) {
        return EventCatalogue.all().stream()
                .filter(known -> known.payload() == type)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
