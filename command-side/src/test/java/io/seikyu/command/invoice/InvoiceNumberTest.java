package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"INV-001", "inv-001", "ＩＮＶ－００１", " INV- 001 ", "INV\u3000-001", "INV-\u200b001"})
    void spellingsThatNobodyTellsApartAreOneNumber(String spelled) {
        assertThat(InvoiceNumber.of(spelled)).isEqualTo(new InvoiceNumber("INV-001"));
    }

    @Test
    void differentNumbersStayDifferent() {
        assertThat(InvoiceNumber.of("INV-0001")).isNotEqualTo(InvoiceNumber.of("INV-001"));
        assertThat(InvoiceNumber.of("INV001")).isNotEqualTo(InvoiceNumber.of("INV-001"));
    }
}
