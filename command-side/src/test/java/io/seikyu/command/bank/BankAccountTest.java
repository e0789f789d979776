package io.seikyu.command.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.ApprovalsInMemory;
import io.seikyu.command.BankAccountsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.bank.BankAccountCommand.AmendBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.CoverBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.OpenBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.ReportCancellation;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.bank.BankAccountEvent.CancellationLeftOpen;
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BankAccountTest {
    private static final BankAccountId OURS = new BankAccountId("acme", "main");
    private static final BankDetails DETAILS = new BankDetails("0001", "123", "1", "1234567", "ｱｸﾒ");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final TasksInMemory tasks = new TasksInMemory();
    private final ApprovalsInMemory approvals = new ApprovalsInMemory();
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
        account.registerInjectableResource(tasks);
        account.registerInjectableResource(approvals);
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

    @Test
    void otherDetailsWaitForASecondPerson() {
        BankDetails other = new BankDetails("0001", "123", "1", "7777777", "ｱｸﾒ");
        account.given(opened("acme"))
                .when(new AmendBankAccount(OURS, present -> other, "the branch closed", TODAY))
                .expectNoEvents()
                .expectResultMessagePayload(new AmendmentAsked("main", "approval-1", TODAY.plusDays(14)));
        NewApproval asked = approvals.asked().get(0);
        assertThat(asked.kind()).isEqualTo(ApprovalKind.BANK_ACCOUNT_CHANGE);
        assertThat(AmendingAccount.wanted(asked.personal())).isEqualTo(other);
    }

    @Test
    void nothingToAmendIsSaid() {
        account.given(opened("acme"))
                .when(new AmendBankAccount(OURS, present -> present, "-", TODAY))
                .expectException(refusal("nothing-changes"));
    }

    @Test
    void whatTheBankTookBackAndNobodyFindsIsATask() {
        account.given(opened("acme"))
                .when(new ReportCancellation(
                        OURS, TODAY, BigDecimal.TEN, "r1", "0123456789abcdef0", "record 7", "receipt-not-found"))
                .expectEvents(new CancellationLeftOpen(
                        "acme",
                        "main",
                        TODAY,
                        BigDecimal.TEN,
                        "r1",
                        "0123456789abcdef0",
                        "record 7",
                        "receipt-not-found"));
        assertThat(tasks.of("cancellation.0123456789abcdef.record-7").kind()).isEqualTo(TaskKind.CHECK_CANCELLATION);
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
