package io.seikyu.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.ApprovalsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.Amendment;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientCommand.AmendClient;
import io.seikyu.contract.client.ClientCommand.RegisterClient;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final BankDetails OTHER = new BankDetails("0009", "999", "1", "7777777", "ｱｸﾒ(ｶ");

    private final AggregateTestFixture<Client> client = Fixtures.of(Client.class);
    private final ApprovalsInMemory approvals = new ApprovalsInMemory();

    @BeforeEach
    void approvals() {
        client.registerInjectableResources(approvals);
    }

    @Test
    void isRegistered() {
        client.givenNoPriorActivity()
                .when(new RegisterClient(Samples.acme(), Samples.client(false)))
                .expectEvents(new ClientRegistered("acme", Samples.client(false)));
    }

    @Test
    void isAmendedFromADayOnAndKeepsWhatHeldBefore() {
        client.given(new ClientRegistered("acme", Samples.client(false)))
                .when(amend(MAY))
                .expectEvents(new ClientAmended("acme", MAY, "wishes so", Samples.client(true)))
                .expectState(it -> {
                    assertThat(it.detailsOn(MAY.minusDays(1)).autoIssue()).isFalse();
                    assertThat(it.detailsOn(MAY).autoIssue()).isTrue();
                });
    }

    @Test
    void anAmendmentMayNotStandBeforeTheLatestOne() {
        client.given(
                        new ClientRegistered("acme", Samples.client(false)),
                        new ClientAmended("acme", MAY, "-", Samples.client(true)))
                .when(amend(MAY.minusDays(1)))
                .expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals("amendment-out-of-order")));
    }

    @Test
    void ofTwoAmendmentsOfOneDayTheLaterHolds() {
        client.given(
                        new ClientRegistered("acme", Samples.client(false)),
                        new ClientAmended("acme", MAY, "-", Samples.client(false)))
                .when(amend(MAY))
                .expectState(it -> assertThat(it.detailsOn(MAY).autoIssue()).isTrue());
    }

    @Test
    void anotherBankAccountWaitsForASecondPersonAndTheRestHoldsAtOnce() {
        client.given(new ClientRegistered("acme", Samples.client(false)))
                .when(amend(present -> Samples.client(true).with(OTHER)))
                .expectEvents(new ClientAmended("acme", MAY, "wishes so", Samples.client(true)))
                .expectResultMessagePayload(new ClientAmendment("acme", MAY, "approval-1"));
        client.given(new ClientRegistered("acme", Samples.client(false)))
                .when(amend(present -> present.with(OTHER)))
                .expectNoEvents()
                .expectResultMessagePayload(new ClientAmendment("acme", MAY, "approval-2"));

        NewApproval asked = approvals.asked().get(1);
        assertThat(asked.kind()).isEqualTo(ApprovalKind.BANK_ACCOUNT_CHANGE);
        assertThat(asked.decider()).isEqualTo(Decider.REVIEWER);
        assertThat(asked.personal())
                .containsEntry("number", OTHER.number())
                .containsEntry(
                        "formerNumber", Samples.client(false).bankAccount().number());
    }

    private static AmendClient amend(Amendment<ClientDetails> changes) {
        return new AmendClient(Samples.acme(), MAY, "wishes so", changes, MAY);
    }

    private static AmendClient amend(LocalDate from) {
        return new AmendClient(Samples.acme(), from, "wishes so", present -> Samples.client(true), MAY);
    }
}
