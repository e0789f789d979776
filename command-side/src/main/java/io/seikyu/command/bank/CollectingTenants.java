package io.seikyu.command.bank;

import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;

/** Whose bank accounts a caller may use: those of its client companies, and the agency's if no grant limits it. */
public final class CollectingTenants {
    private CollectingTenants() {}

    static boolean maySeeAgency(Caller caller) {
        return caller.ofAgency() && caller.grants().isEmpty();
    }

    /** Whose account a request by id means: the client company's that it names; where it names none, the agency's. */
    static String of(Tenancy tenancy, Caller caller, String bankAccountId, BankAccounts accounts) {
        boolean ofAgency = allows(tenancy, caller, Ids.AGENCY)
                && accounts.find(new BankAccountId(Ids.AGENCY, bankAccountId)).isPresent();
        return ofAgency ? Ids.AGENCY : tenancy.tenant();
    }

    /** Whether a request may use an account of this tenant; one that names a client company is about that one only. */
    public static boolean allows(Tenancy tenancy, Caller caller, String tenant) {
        return tenant.equals(Ids.AGENCY)
                ? tenancy.scope().ids().isEmpty() && maySeeAgency(caller)
                : tenancy.scope().allows(tenant);
    }
}
