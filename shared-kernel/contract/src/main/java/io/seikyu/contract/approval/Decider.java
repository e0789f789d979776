package io.seikyu.contract.approval;

import io.seikyu.contract.access.Role;
import java.util.Set;

/** Who has to say yes. */
public enum Decider {
    /** A person of the client company, and nobody in that person's place. */
    CLIENT(Role.CLIENT),
    /** A person of the agency who decides (承認者), or an administrator. */
    REVIEWER(Role.REVIEWER, Role.ADMIN),
    /** Either of the two; what waits for it has a task of its own kind. */
    REVIEWER_OR_CLIENT(Role.REVIEWER, Role.CLIENT, Role.ADMIN),
    /** A person of the agency who answers for credit (与信担当), or an administrator. Client companies see nothing of it. */
    CREDIT(Role.CREDIT, Role.ADMIN);

    private final Set<Role> roles;

    Decider(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether a key with these roles may decide. */
    public boolean isAmong(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** Whether it is a matter of the agency alone. */
    public boolean isInternal() {
        return this == CREDIT;
    }
}
