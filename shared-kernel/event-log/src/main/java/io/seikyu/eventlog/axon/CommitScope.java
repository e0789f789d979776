package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.StoredCommit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What a running unit of work has to do with the commit that it becomes. */
public final class CommitScope {
    /** The resource of the root unit of work under which its {@link StoredCommit} stands, once it is stored. */
    public static final String STORED = CommitScope.class.getName() + ".STORED";

    private static final String CLAIMS = CommitScope.class.getName() + ".CLAIMS";
    private static final String IF_STORED = CommitScope.class.getName() + ".IF_STORED";

    private CommitScope() {}

    /**
     * The commit of the running unit of work claims {@code key} as well: when it is taken, nothing is stored and the
     * caller gets a {@link io.seikyu.eventlog.KeyClaimedException}. What a nested unit claims goes with its events: it
     * is forgotten when that unit is rolled back.
     *
     * @throws IllegalStateException when no unit of work is running; and, from the unit itself, when it ends without
     *                               any event, since there is no commit that could claim
     */
    public static void claim(String key) {
        claims(CurrentUnitOfWork.get()).add(key);
    }

    /** The same, but a unit of work that ends without any event claims nothing, and nothing is wrong with that. */
    public static void claimIfStored(String key) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        claims(unit).add(key);
        ifStored(unit.root()).add(key);
    }

    private static Set<String> ifStored(UnitOfWork<?> root) {
        return root.getOrComputeResource(IF_STORED, name -> new HashSet<>());
    }

    /** What the running unit of work, or one that it is part of, has stored. */
    public static Optional<StoredCommit> stored() {
        return CurrentUnitOfWork.isStarted() ? stored(CurrentUnitOfWork.get()) : Optional.empty();
    }

    /** What {@code unit}, or one that it is part of, has stored. */
    public static Optional<StoredCommit> stored(UnitOfWork<?> unit) {
        StoredCommit own = unit.getResource(STORED);
        return own != null ? Optional.of(own) : unit.parent().flatMap(CommitScope::stored);
    }

    /** The claims of {@code unit}, which are from now on its commit's business. */
    static Set<String> take(UnitOfWork<?> unit) {
        Set<String> claims = unit.getOrDefaultResource(CLAIMS, Set.of());
        Set<String> taken = Set.copyOf(claims);
        if (!taken.isEmpty()) {
            claims.clear();
        }
        return taken;
    }

    private static Set<String> claims(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(CLAIMS, name -> {
            Set<String> claims = new LinkedHashSet<>();
            unit.onPrepareCommit(u -> enclosing(u).ifPresent(outer -> {
                claims(outer).addAll(claims);
                claims.clear();
            }));
            unit.onCommit(u -> {
                claims.removeAll(ifStored(u.root()));
                if (!claims.isEmpty()) {
                    throw new IllegalStateException("keys were claimed but nothing was published: " + claims);
                }
            });
            return claims;
        });
    }

    /** The unit that will store what {@code unit} publishes, if that is another one. Axon decides it in this way. */
    static Optional<UnitOfWork<?>> enclosing(UnitOfWork<?> unit) {
        return unit.parent().filter(parent -> !parent.phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT));
    }
}
