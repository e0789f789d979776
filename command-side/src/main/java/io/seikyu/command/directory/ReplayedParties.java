package io.seikyu.command.directory;

import io.seikyu.command.directory.KnownClaims.OpenAmounts;
import io.seikyu.command.directory.KnownContracts.KnownContract;
import io.seikyu.command.directory.KnownPayers.KnownPayer;
import io.seikyu.command.work.Listed;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.id.AccountId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the directory knew, by the same lists in a replayed world. */
public final class ReplayedParties implements Parties {
    private final Listed<KnownPayer> payers;
    private final Listed<KnownContract> contracts;
    private final Listed<OpenAmounts> claims;
    private final PartyKeys keys;
    private final Set<String> tenants = new TreeSet<>();

    public ReplayedParties(ReplayedWorld world, PartyKeys keys) {
        this.payers = world.list(KnownPayers.class);
        this.contracts = world.list(KnownContracts.class);
        this.claims = world.list(KnownClaims.class);
        this.keys = keys;
    }

    /** That client company is looked at too, where all are. */
    public void with(String tenant) {
        tenants.add(tenant);
    }

    @Override
    public List<String> payersByVirtualAccount(String tenant, String number) {
        return ids(found(Set.of(tenant), Set.of(keys.ofVirtualAccount(number)), Directory.MOST));
    }

    @Override
    public List<String> payersNamedBy(String tenant, String transferText, int limit) {
        return ids(found(Set.of(tenant), keys.ofTransfer(transferText, null), limit));
    }

    @Override
    public List<String> payersOwing(String tenant, BigDecimal amount, int limit) {
        return ids(claims.with(tenant, KnownClaims.AMOUNTS, KnownClaims.text(amount), limit).stream()
                .map(Listed.Entry::stream));
    }

    @Override
    public List<AccountId> payersEverywhere(String transferText, String virtualAccount, int limit) {
        return found(tenants, keys.ofTransfer(transferText, virtualAccount), limit)
                .map(stream -> stream.split("/"))
                .map(name -> new AccountId(name[0], name[2]))
                .toList();
    }

    @Override
    public List<String> contractsWith(String tenant, String accountId) {
        return contracts.with(tenant, KnownContracts.ACCOUNT, accountId, Directory.MOST).stream()
                .map(found -> found.view().contractId())
                .toList();
    }

    /** The streams of those that any of the keys fits, in their order. */
    private Stream<String> found(Collection<String> among, Collection<String> any, int limit) {
        return among.stream()
                .flatMap(tenant ->
                        any.stream().flatMap(key -> payers.with(tenant, KnownPayers.KEYS, key, limit).stream()))
                .map(Listed.Entry::stream)
                .distinct()
                .sorted()
                .limit(limit);
    }

    private static List<String> ids(Stream<String> streams) {
        return streams.map(stream -> stream.substring(stream.lastIndexOf('/') + 1))
                .toList();
    }
}
