package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.AccountCommand.AmendAccount;
import io.seikyu.contract.account.AccountCommand.OpenAccount;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerAccountTest {
    private static final AccountId ID = new AccountId("acme", "a1");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final AggregateTestFixture<CustomerAccount> account = Fixtures.of(CustomerAccount.class);

    @BeforeEach
    void oneClient() {
        account.registerInjectableResource(Samples.clients(false));
    }

    @Test
    void isOpenedForAClientOnFile() {
        account.givenNoPriorActivity()
                .when(new OpenAccount(ID, Samples.account()))
                .expectEvents(new AccountOpened("acme", "a1", Samples.account()));
    }

    @Test
    void isNotOpenedForAClientThatNobodyKnows() {
        account.givenNoPriorActivity()
                .when(new OpenAccount(new AccountId("ghost", "a1"), Samples.account()))
                .expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals("client-not-found")));
    }

    @Test
    void namesItOnceHadStayAsAliasesThroughEveryAmendment() {
        account.given(opened(), amended(MAY, named("Kaede Foods", "カエデフーズ", "Momiji Foods", "モミジフーズ")))
                .when(new AmendAccount(ID, MAY, "-", present -> named("Sakura Foods", "サクラフーズ")))
                .expectState(it -> assertThat(it.detailsOn(MAY).payerNames())
                        .containsExactly("Momiji Foods", "モミジフーズ", "Kaede Foods", "カエデフーズ"));
    }

    @Test
    void takingItsOldNameAgainLeavesNoAliasOfItself() {
        account.given(opened(), amended(MAY, named("Kaede Foods", "カエデフーズ", "Momiji Foods", "モミジフーズ")))
                .when(new AmendAccount(ID, MAY, "-", present -> named("Momiji Foods", "モミジフーズ")))
                .expectState(it -> assertThat(it.detailsOn(MAY).payerNames()).containsExactly("Kaede Foods", "カエデフーズ"));
    }

    @Test
    void anAmendmentMayNotStandBeforeTheLatestOne() {
        account.given(opened(), amended(MAY, Samples.account()))
                .when(new AmendAccount(ID, MAY.minusDays(1), "-", present -> present))
                .expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals("amendment-out-of-order")));
    }

    private static AccountOpened opened() {
        return new AccountOpened("acme", "a1", Samples.account());
    }

    private static AccountAmended amended(LocalDate from, AccountDetails details) {
        return new AccountAmended("acme", "a1", from, "-", details);
    }

    private static AccountDetails named(String name, String kana, String... payerNames) {
        return new AccountDetails(
                name,
                kana,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(payerNames),
                null,
                null,
                null,
                null,
                "ja");
    }
}
