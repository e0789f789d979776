package io.seikyu.command.directory;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds payers and contracts of a client company by what a document from outside says of them. It may be a moment
 * behind; {@link #await} waits for what has to be in it.
 */
public final class Directory implements Parties {
    static final int MOST = 100;

    private final LiveProjection<KnownPayers.KnownPayer> payers;
    private final LiveProjection<KnownContracts.KnownContract> contracts;
    private final LiveProjection<KnownClaims.OpenAmounts> claims;
    private final PartyKeys keys;

    Directory(
            LiveProjection<KnownPayers.KnownPayer> payers,
            LiveProjection<KnownContracts.KnownContract> contracts,
            LiveProjection<KnownClaims.OpenAmounts> claims,
            PartyKeys keys) {
        this.payers = payers;
        this.contracts = contracts;
        this.claims = claims;
        this.keys = keys;
    }

    /** @return whether it reflects the log up to {@code position} within that time */
    public boolean await(long position, Duration atMost) {
        return payers.await(position, atMost) && contracts.await(position, atMost) && claims.await(position, atMost);
    }

    public List<String> payersById(String tenant, String id) {
        return payers(tenant, keys.ofId(id));
    }

    /** @param number 法人番号 */
    public List<String> payersByCorporateNumber(String tenant, String number) {
        return payers(tenant, keys.ofCorporateNumber(number));
    }

    /**
     * Of all client companies.
     *
     * @param number 法人番号, today's or an earlier one
     */
    public List<AccountId> payersEverywhere(String number) {
        return everywhere(List.of(keys.ofCorporateNumber(number)), Integer.MAX_VALUE);
    }

    @Override
    public List<AccountId> payersEverywhere(String transferText, @Nullable String virtualAccount, int limit) {
        return everywhere(keys.ofTransfer(transferText, virtualAccount), limit);
    }

    private List<AccountId> everywhere(Collection<String> any, int limit) {
        List<AccountId> all = new ArrayList<>();
        String after = null;
        List<Found<KnownPayers.KnownPayer>> page;
        do {
            page = payers.views().list(TenantScope.all(), List.of(anyOf(any)), after, Math.min(MOST, limit));
            for (Found<KnownPayers.KnownPayer> found : page) {
                String[] name = found.stream().split("/");
                all.add(new AccountId(name[0], name[2]));
                after = found.stream();
            }
        } while (page.size() == MOST && all.size() < limit);
        return all;
    }

    private static Document anyOf(Collection<String> keys) {
        return new Document(ViewCollection.search(KnownPayers.KEYS), new Document("$in", List.copyOf(keys)));
    }

    /** All by which transfers may name this payer, beside other keys of it. */
    public Set<String> keysOf(AccountId payer) {
        return payers.views().find(TenantScope.of(payer.tenant()), "account", payer.value()).stream()
                .findFirst()
                .map(found -> found.view().all())
                .orElse(Set.of());
    }

    /** @param number 登録番号 */
    public List<String> payersByRegistrationNumber(String tenant, String number) {
        return payers(tenant, keys.ofRegistrationNumber(number));
    }

    public List<String> payersByName(String tenant, String name) {
        return payers(tenant, keys.ofName(name));
    }

    @Override
    public List<String> payersByVirtualAccount(String tenant, String number) {
        return payers(tenant, keys.ofVirtualAccount(number));
    }

    @Override
    public List<String> payersNamedBy(String tenant, String transferText, int limit) {
        return ids(payers.views()
                .list(TenantScope.of(tenant), List.of(anyOf(keys.ofTransfer(transferText, null))), null, limit));
    }

    @Override
    public List<String> payersOwing(String tenant, BigDecimal amount, int limit) {
        return ids(claims.views()
                .list(
                        TenantScope.of(tenant),
                        List.of(new Document(ViewCollection.search(KnownClaims.AMOUNTS), KnownClaims.text(amount))),
                        null,
                        limit));
    }

    /** Every open invoice, of whatever payer, that was due on that day or before. */
    public void forEachDueBy(LocalDate day, Consumer<InvoiceId> work) {
        String after = null;
        List<Found<KnownClaims.OpenAmounts>> page;
        do {
            page = claims.views()
                    .list(
                            TenantScope.all(),
                            List.of(new Document(
                                    ViewCollection.search(KnownClaims.OLDEST_DUE),
                                    new Document("$lte", day.toString()))),
                            after,
                            MOST);
            for (Found<KnownClaims.OpenAmounts> found : page) {
                String tenant = found.stream().substring(0, found.stream().indexOf('/'));
                found.view().dueByInvoice().forEach((invoice, due) -> {
                    if (due.compareTo(day.toString()) <= 0) {
                        work.accept(new InvoiceId(tenant, invoice));
                    }
                });
                after = found.stream();
            }
        } while (page.size() == MOST);
    }

    private static List<String> ids(List<? extends ViewCollection.Found<?>> found) {
        return found.stream()
                .map(one -> one.stream().substring(one.stream().lastIndexOf('/') + 1))
                .toList();
    }

    private List<String> payers(String tenant, String key) {
        return payers
                .views()
                .list(
                        TenantScope.of(tenant),
                        List.of(new Document(ViewCollection.search(KnownPayers.KEYS), key)),
                        null,
                        MOST)
                .stream()
                .map(found -> found.stream().substring(found.stream().lastIndexOf('/') + 1))
                .toList();
    }

    @Override
    public List<String> contractsWith(String tenant, String accountId) {
        return contracts
                .views()
                .list(
                        TenantScope.of(tenant),
                        List.of(new Document(ViewCollection.search(KnownContracts.ACCOUNT), accountId)),
                        null,
                        MOST)
                .stream()
                .map(found -> found.view().contractId())
                .toList();
    }
}
