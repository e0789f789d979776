package io.seikyu.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.seikyu.contract.Event;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    @Test
    void everyEventIsInTheCatalogueOnce() {
        Set<String> written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.seikyu.contract").stream()
                        .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(EventCatalogue.all())
                .extracting(type -> type.payload().getName())
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(EventCatalogue.all()).extracting(EventType::name).doesNotHaveDuplicates();
    }

    @Test
    void anEventIsFoundByItsStoredNameAndByItsClass() {
        assertThat(EventCatalogue.named("invoice.reviewed")).contains(EventCatalogue.of(InvoiceReviewed.class));
        assertThat(EventCatalogue.of(InvoiceReviewed.class).name()).isEqualTo("invoice.reviewed");
    }

    @Test
    void whatIsInNoLineIsNotFound() {
        assertThat(EventCatalogue.named("invoice.lost")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCatalogue.of(Unlisted.class))
                .withMessageContaining("not in the event catalogue");
    }

    private record Unlisted(String clientId) implements Event {}
}
