package io.seikyu.command.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.BankAccountsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.bank.BankAccountCommand.CoverBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.OpenBankAccount;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BankAccountTest {
    private static final BankAccountId OURS = new BankAccountId("acme", "main");
    private static final BankDetails DETAILS = new BankDetails("0001", "123", "1", "1234567", "ｱｸﾒ");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final BankAccountsInMemory numbers = new BankAccountsInMemory();
    private final AggregateTestFixture<BankAccount> account = Fixtures.of(BankAccount.class);

    @BeforeEach
    void oneClient() {
        Clients clients = id -> id.equals(Samples.acme())
                ? Optional.of(new io.seikyu.command.client.Client(new io.seikyu.command.client.ClientState(
                        id.toString(), io.seikyu.command.decision.Effective.always(Samples.client(false)))))
                : Optional.empty();
        account.registerInjectableResource(clients);
        account.registerInjectableResource(numbers);
    }

    @Test
    void isOpenedForAClientCompanyOnFile() {
        account.givenNoPriorActivity().when(open(OURS)).expectEvents(opened("acme"));
    }

    @Test
    void isOpenedForTheAgencyItself() {
        account.givenNoPriorActivity()
                .when(open(new BankAccountId("agency", "main")))
                .expectEvents(opened("agency"));
    }

    @Test
    void isNotOpenedForAClientCompanyThatNobodyKnows() {
        account.givenNoPriorActivity()
                .when(open(new BankAccountId("nobody", "main")))
                .expectException(refusal("client-not-found"));
    }

    @Test
    void isOnFileOnce() {
        numbers.claim(DETAILS);
        account.givenNoPriorActivity()
                .when(open(OURS))
                .expectNoEvents()
                .expectException(refusal("bank-account-on-file"));
    }

    @Test
    void isCoveredUpToADay() {
        account.given(opened("acme"))
                .when(cover(TODAY))
                .expectEvents(new BankAccountCovered("acme", "main", TODAY))
                .expectState(it -> assertThat(it.state().covered()).isEqualTo(TODAY));
    }

    @Test
    void whatIsKnownStaysKnown() {
        account.given(opened("acme"), new BankAccountCovered("acme", "main", TODAY.minusDays(1)))
                .when(cover(TODAY.minusDays(2)))
                .expectNoEvents()
                .expectState(it -> assertThat(it.state().covered()).isEqualTo(TODAY.minusDays(1)));
    }

    @Test
    void noBankHasToldOfTomorrow() {
        account.given(opened("acme"))
                .when(cover(TODAY.plusDays(1)))
                .expectNoEvents()
                .expectException(refusal("invalid-coverage"));
    }

    private static org.hamcrest.Matcher<?> refusal(String code) {
        return matches((Refusal refusal) -> refusal.code().equals(code));
    }

    private static CoverBankAccount cover(LocalDate through) {
        return new CoverBankAccount(OURS, through, TODAY);
    }

    private static OpenBankAccount open(BankAccountId id) {
        return new OpenBankAccount(id, DETAILS, BankFileFormat.ZENGIN_01);
    }

    private static BankAccountOpened opened(String tenant) {
        return new BankAccountOpened(tenant, "main", DETAILS, "zengin-01");
    }
}
