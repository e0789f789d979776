package io.seikyu.command.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.BankAccountsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.JsonChange;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.contract.ContractCommand.AmendContract;
import io.seikyu.contract.contract.ContractCommand.ConcludeContract;
import io.seikyu.contract.contract.ContractCommand.GrantStandingApproval;
import io.seikyu.contract.contract.ContractCommand.RevokeStandingApproval;
import io.seikyu.contract.contract.ContractCommand.TerminateContract;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.contract.ContractEvent.ContractTerminated;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalGranted;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalRevoked;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final ContractId ID = new ContractId("acme", "c1");
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final AggregateTestFixture<Contract> contract = Fixtures.of(Contract.class);

    private final BankAccountsInMemory bankAccounts = new BankAccountsInMemory();

    @BeforeEach
    void onePayer() {
        contract.registerInjectableResource(Samples.accounts());
        contract.registerInjectableResource(bankAccounts);
    }

    @Test
    void isConcludedWithAPayerOnFile() {
        contract.givenNoPriorActivity()
                .when(new ConcludeContract(ID, Samples.terms()))
                .expectEvents(new ContractConcluded("acme", "c1", Samples.terms()));
    }

    @Test
    void isNotConcludedWithAPayerOfAnotherClient() {
        refused(
                contract.givenNoPriorActivity()
                        .when(new ConcludeContract(new ContractId("other", "c1"), Samples.terms())),
                "account-not-found");
    }

    @Test
    void aStandingApprovalCountsUntilItsLastDayOrUntilItIsTakenBack() {
        ContractConcluded concluded = new ContractConcluded("acme", "c1", Samples.terms());
        StandingApprovalGranted toR3 = new StandingApprovalGranted("acme", "c1", "s1", Stage.R3, MAY);
        StandingApprovalGranted toR4 = new StandingApprovalGranted("acme", "c1", "s2", Stage.R4, MAY.plusDays(9));
        contract.given(concluded)
                .when(new GrantStandingApproval(ID, "s1", Stage.R3, MAY, true))
                .expectEvents(toR3)
                .expectState(it -> {
                    assertThat(it.history().agreedUpTo(MAY)).isEqualTo(Stage.R3);
                    assertThat(it.history().agreedUpTo(MAY.plusDays(1))).isNull();
                });
        StandingApprovalRevoked noMoreR4 = new StandingApprovalRevoked("acme", "c1", "s2");
        contract.given(concluded, toR3, toR4)
                .when(new RevokeStandingApproval(ID, "s2", true))
                .expectEvents(noMoreR4)
                .expectState(it -> assertThat(it.history().agreedUpTo(MAY)).isEqualTo(Stage.R3));
        contract.given(concluded, toR3, toR4, noMoreR4)
                .when(new RevokeStandingApproval(ID, "s2", true))
                .expectNoEvents();
        refused(
                contract.given(concluded, toR3).when(new GrantStandingApproval(ID, "s1", Stage.R4, MAY, true)),
                "already-exists");
        refused(
                contract.given(concluded).when(new GrantStandingApproval(ID, "s1", Stage.R3, MAY, false)),
                "not-for-this-role");
        refused(contract.given(concluded, toR3).when(new RevokeStandingApproval(ID, "s1", false)), "not-for-this-role");
        refused(
                contract.given(concluded, toR3).when(new RevokeStandingApproval(ID, "s9", true)),
                "standing-approval-not-found");
    }

    @Test
    void saysEverythingThatContradictsItselfAtOnce() {
        Item rice = Samples.terms().items().get(0);
        ContractTerms wrong = terms("a1", BEGIN, BEGIN.minusDays(1), List.of(rice, rice));

        contract.givenNoPriorActivity()
                .when(new ConcludeContract(ID, wrong))
                .expectException(matches((Refusal refusal) -> refusal.faults().stream()
                        .map(Refusal.Fault::pointer)
                        .toList()
                        .equals(List.of("/effectiveTo", "/items/1/code"))));
    }

    @Test
    void eachTransactionKeepsTheVersionOfItsDay() {
        ContractTerms free = terms("a1", BEGIN, null, List.of());
        contract.given(concluded())
                .when(new AmendContract(ID, MAY, "no rice any more", present -> free))
                .expectSuccessfulHandlerExecution()
                .expectState(it -> {
                    assertThat(it.history().inForceOn(BEGIN.minusDays(1))).isEmpty();
                    assertThat(it.history().inForceOn(MAY.minusDays(1)).orElseThrow())
                            .isEqualTo(Samples.terms());
                    assertThat(it.history().inForceOn(MAY).orElseThrow().items())
                            .isEmpty();
                    assertThat(it.history().inForceOn(MAY).orElseThrow().effectiveFrom())
                            .isEqualTo(MAY);
                });
    }

    @Test
    void anAmendmentMayNotStandBeforeTheLatestOne() {
        refused(
                contract.given(concluded()).when(new AmendContract(ID, BEGIN.minusDays(1), "-", present -> present)),
                "amendment-out-of-order");
    }

    @Test
    void staysWithItsPayer() {
        ContractTerms moved = terms("a2", BEGIN, null, Samples.terms().items());

        refused(
                contract.given(concluded()).when(new AmendContract(ID, MAY, "-", present -> moved)),
                "invalid-amendment");
    }

    @Test
    void isInForceUpToItsLastDay() {
        contract.given(concluded())
                .when(new TerminateContract(ID, MAY, "by agreement"))
                .expectEvents(new ContractTerminated("acme", "c1", MAY, "by agreement"))
                .expectState(it -> {
                    assertThat(it.history().inForceOn(MAY)).isPresent();
                    assertThat(it.history().inForceOn(MAY.plusDays(1))).isEmpty();
                });
    }

    @Test
    void endsOnceAndNotBeforeItBegan() {
        refused(
                contract.given(concluded()).when(new TerminateContract(ID, BEGIN.minusDays(1), "-")),
                "ends-before-it-begins");
        refused(
                contract.given(concluded(), new ContractTerminated("acme", "c1", MAY, "-"))
                        .when(new TerminateContract(ID, MAY, "-")),
                "contract-terminated");
    }

    @Test
    void isNotAmendedForTheTimeAfterItsEnd() {
        refused(
                contract.given(concluded(), new ContractTerminated("acme", "c1", MAY, "-"))
                        .when(new AmendContract(ID, MAY.plusDays(1), "-", present -> present)),
                "contract-terminated");
    }

    @Test
    void aGuaranteeIsRaisedByAMeasureAloneAndTakenBackByAnAmendment() {
        ContractTerms guaranteed =
                JsonChange.of(Samples.terms(), "/credit", "{\"instalment\": \"100\", \"guaranteed\": \"500\"}");
        refused(contract.givenNoPriorActivity().when(new ConcludeContract(ID, guaranteed)), "invalid-contract");
        refused(
                contract.given(concluded()).when(new AmendContract(ID, MAY, "-", present -> guaranteed)),
                "invalid-contract");
        contract.given(new ContractConcluded("acme", "c1", guaranteed))
                .when(new AmendContract(
                        ID, MAY, "-", present -> JsonChange.of(present, "/credit/guaranteed", "\"400\"")))
                .expectSuccessfulHandlerExecution();
    }

    private static ContractConcluded concluded() {
        return new ContractConcluded("acme", "c1", Samples.terms());
    }

    private static ContractTerms terms(String account, LocalDate from, LocalDate to, List<Item> items) {
        ContractTerms terms = Samples.terms();
        return new ContractTerms(
                account,
                from,
                to,
                terms.pricesIncludeTax(),
                terms.rounding(),
                items,
                terms.expenses(),
                terms.terms(),
                terms.lateInterest(),
                terms.transferFee(),
                terms.claimHolder(),
                null,
                false,
                null,
                null,
                null,
                null);
    }

    private static void refused(ResultValidator<Contract> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
