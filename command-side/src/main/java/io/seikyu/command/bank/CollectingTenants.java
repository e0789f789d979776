package io.seikyu.command.bank;

import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;

/** Whose bank accounts a caller may use: those of its client companies, and the agency's if no grant limits it. */
public final class CollectingTenants {
    private CollectingTenants() {}

    static boolean maySeeAgency(Caller caller) {
        return caller.ofAgency() && caller.grants().isEmpty();
    }

    /** The client company that a request names; the agency when it names none and may. */
    public static String named(Tenancy tenancy, Caller caller) {
        boolean namesNone = tenancy.scope().ids().isEmpty();
        return namesNone && maySeeAgency(caller) ? Ids.AGENCY : tenancy.tenant();
    }

    /** Whether a request may use an account of this tenant; one that names a client company is about that one only. */
    public static boolean allows(Tenancy tenancy, Caller caller, String tenant) {
        return tenant.equals(Ids.AGENCY)
                ? tenancy.scope().ids().isEmpty() && maySeeAgency(caller)
                : tenancy.scope().allows(tenant);
    }
}
