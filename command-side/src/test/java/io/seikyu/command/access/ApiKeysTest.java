package io.seikyu.command.access;

import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.access.AccessCommand.IssueApiKey;
import io.seikyu.contract.access.AccessCommand.RevokeApiKey;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.Role;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private static final ApiKeyIssued ISSUED =
            new ApiKeyIssued("k1", "hash", List.of(Role.ADMIN), null, List.of(), null);

    private final AggregateTestFixture<ApiKeys> ring = Fixtures.of(ApiKeys.class);

    @BeforeEach
    void oneClient() {
        ring.registerInjectableResource(Samples.clients(false));
    }

    @Test
    void theFirstKeyMakesTheRing() {
        ring.givenNoPriorActivity().when(key("k1", Role.ADMIN, null, List.of())).expectEvents(ISSUED);
    }

    @Test
    void aRoleOfAClientNeedsAClientAndARoleOfTheAgencyNone() {
        refused(ring.given(ISSUED).when(key("k2", Role.CLIENT, null, List.of())), "invalid-api-key");
        refused(ring.given(ISSUED).when(key("k2", Role.OPERATOR, "acme", List.of())), "invalid-api-key");
        refused(ring.given(ISSUED).when(key("k2", Role.CLIENT, "acme", List.of("acme"))), "invalid-api-key");
        ring.given(ISSUED).when(key("k2", Role.CLIENT, "acme", List.of())).expectSuccessfulHandlerExecution();
    }

    @Test
    void aKeyIsForClientsOnFile() {
        refused(ring.given(ISSUED).when(key("k2", Role.CLIENT, "ghost", List.of())), "client-not-found");
        refused(ring.given(ISSUED).when(key("k2", Role.OPERATOR, null, List.of("ghost"))), "client-not-found");
    }

    @Test
    void aKeyIsIssuedOnce() {
        refused(ring.given(ISSUED).when(key("k1", Role.ADMIN, null, List.of())), "already-exists");
    }

    @Test
    void aKeyIsRevokedOnceAndRevokingItAgainSaysNothingNew() {
        ApiKeyRevoked revoked = new ApiKeyRevoked("k1", "lost");

        ring.given(ISSUED).when(new RevokeApiKey("k1", "lost")).expectEvents(revoked);
        ring.given(ISSUED, revoked)
                .when(new RevokeApiKey("k1", "lost"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused(ring.given(ISSUED).when(new RevokeApiKey("k9", "lost")), "api-key-not-found");
    }

    private static IssueApiKey key(String id, Role role, String client, List<String> grants) {
        return new IssueApiKey(id, "hash", List.of(role), client, grants, null);
    }

    private static void refused(ResultValidator<ApiKeys> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
