package io.seikyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.seikyu.contract.access.Role;
import io.seikyu.web.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenancyTest {
    private static final Caller CLIENT = new Caller("k1", Set.of(Role.INTEGRATION), "acme", Set.of());
    private static final Caller AGENCY = new Caller("k2", Set.of(Role.OPERATOR), null, Set.of());
    private static final Caller GRANTED = new Caller("k3", Set.of(Role.OPERATOR), null, Set.of("acme", "beta"));
    private static final Caller ONE_GRANT = new Caller("k4", Set.of(Role.OPERATOR), null, Set.of("acme"));

    @Test
    void aClientsKeyImpliesItsTenant() {
        assertThat(new Tenancy(CLIENT, null).tenant()).isEqualTo("acme");
        assertThat(new Tenancy(CLIENT, "acme").tenant("acme")).isEqualTo("acme");
        assertThat(new Tenancy(CLIENT, null).scope().ids()).contains(Set.of("acme"));
    }

    @Test
    void aClientsKeyCannotNameAnother() {
        assertRefused(422, "client-mismatch", () -> new Tenancy(CLIENT, null).tenant("beta"));
        assertRefused(422, "client-mismatch", () -> new Tenancy(CLIENT, "beta").tenant());
        assertRefused(422, "client-mismatch", () -> new Tenancy(CLIENT, null).scope("beta"));
        assertRefused(422, "client-mismatch", () -> new Tenancy(CLIENT, "agency").scope());
    }

    @Test
    void anAgencyKeyNamesItsTenantByHeaderOrBody() {
        assertThat(new Tenancy(AGENCY, "acme").tenant()).isEqualTo("acme");
        assertThat(new Tenancy(AGENCY, null).tenant("acme")).isEqualTo("acme");
        assertThat(new Tenancy(AGENCY, "acme").tenant("acme")).isEqualTo("acme");
        assertRefused(422, "client-mismatch", () -> new Tenancy(AGENCY, "acme").tenant("beta"));
        assertRefused(422, "client-required", () -> new Tenancy(AGENCY, null).tenant());
    }

    @Test
    void aClientWithoutGrantLooksLikeNone() {
        assertThat(new Tenancy(GRANTED, "beta").tenant()).isEqualTo("beta");
        assertRefused(404, "client-not-found", () -> new Tenancy(GRANTED, "gamma").tenant());
        assertRefused(404, "client-not-found", () -> new Tenancy(GRANTED, null).scope("gamma"));
        assertRefused(404, "client-not-found", () -> new Tenancy(AGENCY, "agency").tenant());
    }

    @Test
    void asksOfAllGrantedClientsUnlessOneIsNamed() {
        assertThat(new Tenancy(AGENCY, null).scope().ids()).isEmpty();
        assertThat(new Tenancy(GRANTED, null).scope().ids()).contains(Set.of("acme", "beta"));
        assertThat(new Tenancy(GRANTED, "acme").scope().single()).contains("acme");
        assertThat(new Tenancy(GRANTED, null).scope().allows("gamma")).isFalse();
        assertThat(new Tenancy(GRANTED, null).scope().allows("beta")).isTrue();
    }

    @Test
    void aSingleGrantNeedsNoName() {
        assertThat(new Tenancy(ONE_GRANT, null).tenant()).isEqualTo("acme");
    }

    @Test
    void theHeaderMustBeAnId() {
        assertRefused(400, "malformed-header", () -> new Tenancy(AGENCY, "a/b"));
        assertRefused(400, "malformed-header", () -> new Tenancy(AGENCY, ""));
        assertRefused(400, "malformed-header", () -> new Tenancy(AGENCY, ".."));
    }

    private static void assertRefused(int status, String code, Runnable call) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, call::run);
        assertThat(problem).isNotNull();
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }
}
