package io.seikyu.query.sending;

import io.seikyu.contract.id.Ids;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose sending is stopped.
 *
 * @param all     the whole agency's
 * @param clients those client companies' beside it
 */
public record Stopped(boolean all, Set<String> clients) {
    private static final int MOST = 10_000;

    public static Stopped in(LiveProjection<SendingView> switches) {
        Set<String> off = new HashSet<>();
        for (Found<SendingView> found :
                switches.views().list(TenantScope.all(), List.of(SendingViewStore.off()), null, MOST)) {
            off.add(found.tenant());
        }
        boolean all = off.remove(Ids.AGENCY);
        return new Stopped(all, Set.copyOf(off));
    }

    public boolean stops(String clientId) {
        return all || clients.contains(clientId);
    }
}
