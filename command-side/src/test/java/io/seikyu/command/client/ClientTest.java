package io.seikyu.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.client.ClientCommand.AmendClient;
import io.seikyu.contract.client.ClientCommand.RegisterClient;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final AggregateTestFixture<Client> client = Fixtures.of(Client.class);

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

    private static AmendClient amend(LocalDate from) {
        return new AmendClient(Samples.acme(), from, "wishes so", present -> Samples.client(true));
    }
}
