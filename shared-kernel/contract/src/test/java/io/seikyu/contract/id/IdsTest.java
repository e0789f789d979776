package io.seikyu.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void anIdIsTheNameOfItsStream() {
        assertThat(new ClientId("acme")).hasToString("acme/client/acme");
        assertThat(new AccountId("acme", "a1")).hasToString("acme/account/a1");
        assertThat(new ContractId("acme", "c1")).hasToString("acme/contract/c1");
        assertThat(new InvoiceId("acme", "i1")).hasToString("acme/invoice/i1");
        assertThat(new ReceiptId("acme", "r1")).hasToString("acme/receipt/r1");
    }

    @Test
    void equalValuesOfTwoTenantsOrTypesNameDifferentStreams() {
        assertThat(new InvoiceId("acme", "1").toString())
                .isNotEqualTo(new InvoiceId("other", "1").toString())
                .isNotEqualTo(new ReceiptId("acme", "1").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1_b.c", "0192f7c8-7c7e-7000-8000-000000000000"})
    void lettersDigitsAndThreeMarksMakeAnId(String id) {
        assertThat(Ids.isValid(id)).isTrue();
        assertThat(Ids.checked(id)).isEqualTo(id);
    }

    @Test
    void anIdHasSixtyFourCharactersAtMost() {
        assertThat(Ids.isValid("x".repeat(64))).isTrue();
        assertThat(Ids.isValid("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a/b", "a b", "a\n", "a\u0000", "ä", "請求", "a#1", "../x"})
    void nothingThatCouldLeaveItsStreamIsAnId(String id) {
        assertThat(Ids.isValid(id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceId("acme", id));
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceId(id, "i1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(id, "a1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContractId("acme", id));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptId("acme", id));
    }

    @Test
    void noClientCompanyTakesTheAgencysName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId("agency"));
    }
}
