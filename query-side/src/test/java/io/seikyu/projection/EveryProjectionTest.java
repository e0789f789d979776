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
    List<DynamicTest> handlesOrNamesEveryEventOfTheCatalogueOnce() {
        return ALL.stream()
                .map(projection -> DynamicTest.dynamicTest(projection.name(), () -> {
                    List<Class<?>> named = new ArrayList<>(projection.folds().handled());
                    named.addAll(projection.folds().ignored());
                    List<Class<?>> catalogue = new ArrayList<>();
                    EventCatalogue.all().stream().map(EventType::payload).forEach(catalogue::add);
                    assertThat(named).containsExactlyInAnyOrderElementsOf(catalogue);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> handlesExactlyTheEventsOfItsStream() {
        return ALL.stream()
                .map(projection -> DynamicTest.dynamicTest(
                        projection.name(),
                        () -> assertThat(projection.folds().handled())
                                .allSatisfy(
                                        type -> assertThat(nameOf(type)).startsWith(projection.streamType() + "."))))
                .toList();
    }

    private static String nameOf(Class<?> type) {
        return EventCatalogue.all().stream()
                .filter(known -> known.payload() == type)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
