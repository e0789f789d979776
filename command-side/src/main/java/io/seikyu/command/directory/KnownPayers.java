package io.seikyu.command.directory;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.AliasForgotten;
import io.seikyu.contract.account.AccountEvent.AliasTaught;
import io.seikyu.projection.Folds;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Payers by their ids, numbers and names, see {@link PartyKeys}; earlier ones count as well. */
final class KnownPayers implements WorkList<KnownPayers.KnownPayer> {
    static final String KEYS = "keys";

    private final PartyKeys keys;
    private final Folds<KnownPayer> folds = new Folds<KnownPayer>()
            .startingWith(AccountOpened.class, (event, recorded) -> KnownPayer.NONE.and(keysOf(event)))
            .on(AccountAmended.class, (payer, event, recorded) -> payer.and(keysOf(event)))
            .on(AliasTaught.class, (payer, event, recorded) -> payer.taught(event.receiptId(), aliasOf(event)))
            .on(AliasForgotten.class, (payer, event, recorded) -> payer.forgotten(event.receiptId()));

    KnownPayers(PartyKeys keys) {
        this.keys = keys;
    }

    private Set<String> keysOf(AccountOpened event) {
        return keys.of(event.accountId(), event.details());
    }

    private Set<String> keysOf(AccountAmended event) {
        return keys.of(event.accountId(), event.details());
    }

    /** Null once it is erased. */
    private String aliasOf(AliasTaught event) {
        return PartyKeys.isLegible(event.name()) ? keys.ofAlias(event.name()) : null;
    }

    @Override
    public String name() {
        return "known-payers";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public String streamType() {
        return "account";
    }

    @Override
    public Class<KnownPayer> view() {
        return KnownPayer.class;
    }

    @Override
    public Folds<KnownPayer> folds() {
        return folds;
    }

    @Override
    public Map<String, Object> search(KnownPayer view) {
        return Map.of(KEYS, List.copyOf(view.all()));
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(KEYS));
    }

    @Override
    public List<List<String>> indexesOverTenants() {
        return List.of(List.of(KEYS));
    }

    /**
     * In an order of their own, so that a list that is made again is the same.
     *
     * @param aliases keys of names that people taught, by the receipts that taught them
     */
    record KnownPayer(SortedSet<String> keys, SortedMap<String, String> aliases) {
        static final KnownPayer NONE = new KnownPayer(Collections.emptySortedSet(), Collections.emptySortedMap());

        KnownPayer and(Set<String> more) {
            SortedSet<String> all = new TreeSet<>(keys);
            all.addAll(more);
            return new KnownPayer(all, aliases);
        }

        KnownPayer taught(String receiptId, String key) {
            SortedMap<String, String> all = new TreeMap<>(aliases);
            if (key != null) {
                all.put(receiptId, key);
            }
            return new KnownPayer(keys, all);
        }

        /** Those that it is found by. */
        Set<String> all() {
            SortedSet<String> all = new TreeSet<>(keys);
            all.addAll(aliases.values());
            return all;
        }

        KnownPayer forgotten(String receiptId) {
            SortedMap<String, String> rest = new TreeMap<>(aliases);
            rest.remove(receiptId);
            return new KnownPayer(keys, rest);
        }
    }
}
