package io.seikyu.web.event;

import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a caller may see: those of his tenants; and the agency's own only if no grant limits him. What keeps the
 * house running, such as keys, given answers and the agenda, is not shown to client companies.
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

    public boolean shows(String tenantOfEvent, String type) {
        return scope.allows(tenantOfEvent)
                && (tenant == null || tenant.equals(tenantOfEvent))
                && (ofAgency || isForClients(type));
    }

    /** Whether client companies are shown events of this type. */
    public static boolean isForClients(String type) {
        return !INTERNAL.contains(type);
    }

    public TenantScope scope() {
        return scope;
    }
}
