package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.SchedulesInMemory;
import io.seikyu.command.account.ErasureDesk.Kept;
import io.seikyu.command.account.ErasureDesk.OnFile;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.AccountCommand.ErasePersonalData;
import io.seikyu.contract.account.AccountCommand.ExpireHold;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.HoldEnd;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When what is known of a payer's persons is erased, and when the law or open business keeps it. */
class ErasingTest {
    private static final AccountId ID = new AccountId("acme", "a1");
    private static final LocalDate TODAY = LocalDate.of(2034, 6, 1);
    private static final AccountOpened OPENED = new AccountOpened("acme", "a1", Samples.account());
    private static final List<String> SUBJECTS = List.of("acme/account/a1", "acme/receipt/r1");
    private static final PersonalDataErased ERASED = new PersonalDataErased("acme", "a1", "as asked", SUBJECTS);
    private static final ErasePersonalData ERASE = new ErasePersonalData(ID, "as asked", TODAY);

    private final AggregateTestFixture<CustomerAccount> account = Fixtures.of(CustomerAccount.class);
    private OnFile onFile = new OnFile(SUBJECTS, List.of(), null);
    private int numbered;

    @BeforeEach
    void inject() {
        account.registerInjectableResource(Samples.clients(false));
        account.registerInjectableResource(new SchedulesInMemory());
        account.registerInjectableResource(new ErasureDesk() {
            @Override
            public OnFile look(AccountId payer, LocalDate today) {
                return onFile;
            }

            @Override
            public void number() {
                numbered++;
            }
        });
    }

    @Test
    void whoHasNoRecordsIsErasedAtOnce() {
        account.given(OPENED).when(ERASE).expectEvents(ERASED);
        assertThat(numbered).isEqualTo(1);
    }

    @Test
    void onTheLastDayTheLawStillKeepsItAndThenNotAnyMore() {
        onFile = new OnFile(
                SUBJECTS, List.of(), new Kept("acme/invoice/i1", LocalDate.of(2026, 4, 1), LocalDate.of(2034, 6, 1)));
        refused(account.given(OPENED).when(ERASE), "kept-by-law");
        assertThat(numbered).isZero();
        account.given(OPENED)
                .when(new ErasePersonalData(ID, "as asked", TODAY.plusDays(1)))
                .expectEvents(ERASED);
    }

    @Test
    void whatIsUnderWayEndsBefore() {
        onFile = new OnFile(SUBJECTS, List.of("acme/contract/c1 has not ended"), null);
        refused(account.given(OPENED).when(ERASE), "account-in-use");
    }

    @Test
    void nobodyIsErasedTwice() {
        account.given(OPENED, ERASED).when(ERASE).expectNoEvents();
        assertThat(numbered).isZero();
    }

    @Test
    void peopleRecordNothingMoreOfItAndWhatEndsByItselfDoes() {
        refused(account.given(OPENED, ERASED).when(new HoldDunning(ID, "h2", "-", null, TODAY)), "account-erased");
        account.given(OPENED, new DunningHeld("acme", "a1", "h", "-", TODAY), ERASED)
                .when(new ExpireHold(ID, "h", TODAY.plusDays(1)))
                .expectEvents(new DunningHoldEnded("acme", "a1", "h", HoldEnd.EXPIRED));
    }

    private static void refused(ResultValidator<CustomerAccount> result, String code) {
        result.expectNoEvents()
                .expectException(matches(failure ->
                        failure instanceof Refusal refusal && refusal.code().equals(code)));
    }
}
