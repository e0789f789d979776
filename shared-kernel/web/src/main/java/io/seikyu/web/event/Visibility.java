package io.seikyu.web.event;

import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a caller may see: those of his tenants; and the agency's own only if no grant limits him. What keeps the
 * house running, such as keys, given answers and the agenda, what the agency deliberates alone, and what it knows of
 * payers' credit, is not shown to client companies.
 */
public final class Visibility {
    private static final Set<String> INTERNAL = Set.of(
            "api-key.issued",
            "api-key.revoked",
            "request.answered",
            "schedule.set",
            "schedule.fell-due",
            "schedule.worked",
            "schedule.cancelled");

    /** What credit decisions rest on: scores, and what was heard; account.grade-given says what others may know. */
    private static final Set<String> OF_CREDIT =
            Set.of("account.credit-screened", "account.signal-recorded", "account.signal-judged");

    /** Things of which some are the agency's alone, as their ids say. */
    private static final Set<String> DELIBERATIONS = Set.of("approval", "task");

    private final TenantScope scope;
    private final boolean ofAgency;
    private final @Nullable String tenant;

    private Visibility(TenantScope scope, boolean ofAgency, @Nullable String tenant) {
        this.scope = scope;
        this.ofAgency = ofAgency;
        this.tenant = tenant;
    }

    /** @param tenant the one that is asked for, or null for all that the caller may see */
    public static Visibility of(Caller caller, Tenancy tenancy, @Nullable String tenant) {
        boolean everything = caller.ofAgency() && caller.scope().ids().isEmpty();
        if (everything && Ids.AGENCY.equals(tenant)) {
            return new Visibility(TenantScope.all(), true, tenant);
        }
        return new Visibility(tenancy.scope(tenant), caller.ofAgency(), null);
    }

    /** @param stream of the event, or null for one of no stream */
    public boolean shows(String tenantOfEvent, String type, @Nullable String stream) {
        return scope.allows(tenantOfEvent)
                && (tenant == null || tenant.equals(tenantOfEvent))
                && (ofAgency || isForClients(type, stream));
    }

    /** Whether client companies are shown events of this type in this stream. */
    public static boolean isForClients(String type, @Nullable String stream) {
        return !INTERNAL.contains(type) && !OF_CREDIT.contains(type) && (stream == null || !isDeliberation(stream));
    }

    /**
     * What the agency deliberates alone is not there for client companies.
     *
     * @throws ProblemException as if nothing had this id
     */
    public static void refuseInternal(String kind, String id, Caller caller) {
        if (Ids.isInternal(id) && !caller.ofAgency()) {
            throw ProblemException.notFound(kind, id);
        }
    }

    private static boolean isDeliberation(String stream) {
        String[] name = stream.split("/");
        return name.length == 3 && DELIBERATIONS.contains(name[1]) && Ids.isInternal(name[2]);
    }

    public TenantScope scope() {
        return scope;
    }
}
