package io.seikyu.web.access;

import io.seikyu.contract.id.Ids;
import io.seikyu.web.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which client company a request is. Controllers take it as an argument. A client company the caller has no grant
 * for looks exactly like one that does not exist.
 */
public final class Tenancy {
    /** Names the client company in a request of an agency key. */
    public static final String HEADER = "Seikyu-Client";

    private final Caller caller;
    private final @Nullable String header;

    /**
     * @param header what {@value #HEADER} says, or null
     * @throws ProblemException 400 when the header is no id; 422 when a client's key names another client
     */
    public Tenancy(Caller caller, @Nullable String header) {
        if (header != null && !Ids.isValid(header)) {
            throw new ProblemException(400, "malformed-header", HEADER + " must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        this.caller = caller;
        this.header = header;
    }

    /** The tenant of a command whose body names none. */
    public String tenant() {
        return tenant(null);
    }

    /**
     * The one tenant of a command.
     *
     * @param named what the body's or the query's {@code clientId} says, or null
     * @throws ProblemException 422 {@code client-mismatch}, 422 {@code client-required}, 404 {@code client-not-found}
     */
    public String tenant(@Nullable String named) {
        return required(asked(named));
    }

    /**
     * The one tenant of a command about what the agency may have as well, such as a bank account or a job: a key that is
     * limited to no client company names the agency as {@code agency}.
     *
     * @throws ProblemException as {@link #tenant(String)}
     */
    public String tenantOrAgency() {
        return Ids.AGENCY.equals(header) && isOfWholeAgency() ? Ids.AGENCY : tenant();
    }

    /** Whether the request may be about what is the agency's own: the key may, and no client company is named. */
    public boolean mayBeOfAgency() {
        return isOfWholeAgency() && (header == null || header.equals(Ids.AGENCY));
    }

    /** The client companies that a request is about whose thing may be the agency's as well; none if it names the agency. */
    public TenantScope clients() {
        return Ids.AGENCY.equals(header) && isOfWholeAgency() ? TenantScope.of(Set.of()) : scope();
    }

    private boolean isOfWholeAgency() {
        return caller.ofAgency() && caller.grants().isEmpty();
    }

    private static String required(@Nullable String tenant) {
        if (tenant == null) {
            throw new ProblemException(
                    422,
                    "client-required",
                    "This key may act for several client companies: name one by the header " + HEADER
                            + " or the field clientId.");
        }
        return tenant;
    }

    /** The tenants that a question by id is about. */
    public TenantScope scope() {
        return scope(null);
    }

    /**
     * The tenants that a question is about.
     *
     * @param named what {@code ?clientId=} says, or null
     * @throws ProblemException 422 {@code client-mismatch}, 404 {@code client-not-found}
     */
    public TenantScope scope(@Nullable String named) {
        String tenant = asked(named);
        return tenant == null ? caller.scope() : TenantScope.of(tenant);
    }

    private @Nullable String asked(@Nullable String named) {
        if (header != null && named != null && !header.equals(named)) {
            throw mismatch();
        }
        String asked = header != null ? header : named;
        if (caller.clientId() != null) {
            if (asked != null && !asked.equals(caller.clientId())) {
                throw mismatch();
            }
            return caller.clientId();
        }
        if (asked != null && (asked.equals(Ids.AGENCY) || !caller.scope().allows(asked))) {
            throw ProblemException.notFound("client", asked);
        }
        if (asked == null && caller.grants().size() == 1) {
            return caller.grants().iterator().next();
        }
        return asked;
    }

    private static ProblemException mismatch() {
        return new ProblemException(
                422,
                "client-mismatch",
                "The key, the header " + HEADER + " and clientId name different client companies.");
    }
}
