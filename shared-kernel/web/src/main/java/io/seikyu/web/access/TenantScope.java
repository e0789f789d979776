package io.seikyu.web.access;

import io.seikyu.contract.id.Ids;
import java.util.Optional;
import java.util.Set;

/** The client companies a question may be about: all, or these. Every query side filter begins with it. */
public final class TenantScope {
    private static final TenantScope ALL = new TenantScope(null);

    private final Set<String> ids;

    private TenantScope(Set<String> ids) {
        this.ids = ids;
    }

    public static TenantScope all() {
        return ALL;
    }

    public static TenantScope of(String clientId) {
        return new TenantScope(Set.of(clientId));
    }

    public static TenantScope of(Set<String> clientIds) {
        return new TenantScope(Set.copyOf(clientIds));
    }

    /** The ids, or empty when every client company is in. */
    public Optional<Set<String>> ids() {
        return Optional.ofNullable(ids);
    }

    /** The id, when it is one only. */
    public Optional<String> single() {
        return ids != null && ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    /** The agency's own tenant is in no scope of client companies but {@link #all()}. */
    public boolean allows(String tenant) {
        return ids == null || ids.contains(tenant) && !tenant.equals(Ids.AGENCY);
    }

    @Override
    public String toString() {
        return ids == null ? "all" : ids.toString();
    }
}
