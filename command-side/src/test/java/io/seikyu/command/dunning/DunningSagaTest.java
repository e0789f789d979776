package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a payer's dunning is decided anew; what is decided is no business of the saga. */
class DunningSagaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private final List<String> decided = new ArrayList<>();
    private SagaTestFixture<DunningSaga> fixture;

    @BeforeEach
    void setUp() {
        fixture = new SagaTestFixture<>(DunningSaga.class);
        Deciding deciding = (payer, cause, invoice) -> decided.add(payer.value());
        fixture.registerResource(deciding);
    }

    @Test
    void beginsWithTheFirstOpenInvoiceAndDecides() {
        fixture.givenNoPriorActivity()
                .whenAggregate("acme/account/a1")
                .publishes(open("a1", "100"))
                .expectActiveSagas(1)
                .expectAssociationWith(DunningSaga.PAYER, "acme/account/a1")
                .expectNoDispatchedCommands();

        assertThat(decided).containsExactly("a1");
    }

    @Test
    void endsWhenNothingIsOpenAndBeginsAgain() {
        fixture.givenAggregate("acme/account/a1")
                .published(open("a1", "100"))
                .whenAggregate("acme/account/a1")
                .publishes(open("a1", "0"))
                .expectActiveSagas(0);
        assertThat(decided).containsExactly("a1", "a1");

        fixture.givenNoPriorActivity()
                .whenAggregate("acme/account/a1")
                .publishes(open("a1", "50"))
                .expectActiveSagas(1);
    }

    @Test
    void hearsOfItsOwnPayerAlone() {
        fixture.givenAggregate("acme/account/a1")
                .published(open("a1", "100"))
                .andThenAggregate("acme/account/a2")
                .published(open("a2", "100"))
                .whenAggregate("acme/account/a2")
                .publishes(new DunningHeld("acme", "a2", "h", "because", null))
                .expectActiveSagas(2);

        assertThat(decided).containsExactly("a1", "a2", "a2");
    }

    @Test
    void waitsForTheBankAccountThatADecisionNamed() {
        fixture.givenAggregate("acme/account/a1")
                .published(open("a1", "100"))
                .andThenAggregate("acme/dunning/a1")
                .published(suppressed("agency/bank-account/main"))
                .whenAggregate("agency/bank-account/main")
                .publishes(new BankAccountCovered("agency", "main", DAY))
                .expectActiveSagas(1);
        assertThat(decided).containsExactly("a1", "a1");

        fixture.whenAggregate("agency/bank-account/other").publishes(new BankAccountCovered("agency", "other", DAY));
        assertThat(decided).hasSize(2);
    }

    @Test
    void isTheSameAfterItWasKept() {
        DunningSaga.State state = new DunningSaga.State("acme", "a1", java.util.Set.of("agency/bank-account/main"));

        assertThat(new DunningSaga(state).state()).isEqualTo(state);
    }

    private static ClaimMoved open(String account, String unpaid) {
        Claim.Stage stage = unpaid.equals("0") ? Claim.Stage.SETTLED : Claim.Stage.ISSUED;
        Claim claim = new Claim("i1", "c1", stage, new BigDecimal(unpaid), DAY, null, List.of(), false);
        return new ClaimMoved("acme", account, claim, new BigDecimal(unpaid), BigDecimal.ZERO);
    }

    private static ReminderSuppressed suppressed(String waitsFor) {
        return new ReminderSuppressed(
                "acme",
                "a1",
                "i1",
                Stage.R1,
                ContactChannel.MAIL,
                1,
                List.of(),
                List.of(waitsFor),
                "dunning/default@0",
                null);
    }
}
