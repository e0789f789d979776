package io.seikyu.web.access;

import io.seikyu.contract.access.Role;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: what an API key stands for. Controllers take it as an argument.
 *
 * @param keyId    names the key, not the secret; the {@code actor} of what it causes
 * @param clientId the client company the key is bound to, or null for a key of the agency
 * @param grants   the client companies an agency key may act for; empty: all
 */
public record Caller(
        String keyId, Set<Role> roles, @Nullable String clientId, Set<String> grants) {
    public Caller {
        roles = Set.copyOf(roles);
        grants = Set.copyOf(grants);
    }

    public boolean hasAny(Role... wanted) {
        return roles.contains(Role.ADMIN) || Arrays.stream(wanted).anyMatch(roles::contains);
    }

    public boolean ofAgency() {
        return clientId == null;
    }

    /** The tenants this caller may see at all. */
    public TenantScope scope() {
        if (clientId != null) {
            return TenantScope.of(clientId);
        }
        return grants.isEmpty() ? TenantScope.all() : TenantScope.of(grants);
    }
}
