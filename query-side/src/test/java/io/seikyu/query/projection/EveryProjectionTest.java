package io.seikyu.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.client.ClientProjection;
import io.seikyu.query.contract.ContractProjection;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.receipt.ReceiptProjection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EveryProjectionTest {
    static final List<Projection<?>> ALL = List.of(
            new ClientProjection(),
            new AccountProjection(),
            new ContractProjection(),
            new InvoiceProjection(),
            new ReceiptProjection());

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
