package io.seikyu.command.clearing;

import io.seikyu.command.work.Listed;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Money of which nobody has said yet what it is for, by the payers it may be of: nobody reminds a payer of what may have
 * been paid. It may be a moment behind; {@link #await} waits for what has to be in it.
 */
public final class UnmatchedReceipts {
    private static final int MOST = 100;

    private final LiveProjection<OpenReceipts.OpenReceipt> receipts;
    private final Listed<OpenReceipts.OpenReceipt> listed;

    UnmatchedReceipts(LiveProjection<OpenReceipts.OpenReceipt> receipts, Listed<OpenReceipts.OpenReceipt> listed) {
        this.receipts = receipts;
        this.listed = listed;
    }

    /** The same question, of a list that follows no log. */
    public static Function<AccountId, List<ReceiptId>> in(ReplayedWorld world) {
        Listed<OpenReceipts.OpenReceipt> listed = world.list(OpenReceipts.class);
        return payer -> mayBeOf(payer, listed);
    }

    /** Up to which it reflects the log. */
    public long position() {
        return receipts.position();
    }

    /** @return whether it reflects the log up to {@code position} within that time */
    public boolean await(long position, Duration atMost) {
        return receipts.await(position, atMost);
    }

    /**
     * Receipts that are not wholly allocated and that may be of this payer, or are, also on collective accounts of the
     * agency; at most {@value #MOST} of each.
     */
    public List<ReceiptId> mayBeOf(AccountId payer) {
        return mayBeOf(payer, listed);
    }

    private static List<ReceiptId> mayBeOf(AccountId payer, Listed<OpenReceipts.OpenReceipt> listed) {
        return Stream.concat(
                        listed.with(payer.tenant(), OpenReceipts.PAYERS, payer.value(), MOST).stream(),
                        listed.with(Ids.AGENCY, OpenReceipts.PAYERS, payer.toString(), MOST).stream())
                .map(one -> new ReceiptId(one.tenant(), one.view().receiptId()))
                .toList();
    }

    /** Receipts of which nobody has said anything and whose payer may be found by any of these keys. */
    List<ReceiptId> waitingFor(String tenant, Collection<String> keys) {
        Document anyOf = new Document("$in", List.copyOf(keys));
        return ids(receipts.views()
                .list(
                        TenantScope.of(tenant),
                        List.of(new Document(ViewCollection.search(OpenReceipts.KEYS), anyOf)),
                        null,
                        MOST));
    }

    /** All of which nobody has said anything. */
    void forEachWaiting(Consumer<ReceiptId> action) {
        forEach(OpenReceipts.WAITING, action);
    }

    /** All that were the agency's and are a client company's. */
    void forEachPassedOn(Consumer<ReceiptId> action) {
        forEach(OpenReceipts.PASSED_ON, action);
    }

    private void forEach(String field, Consumer<ReceiptId> action) {
        String after = null;
        List<Found<OpenReceipts.OpenReceipt>> page;
        do {
            page = receipts.views()
                    .list(TenantScope.all(), List.of(new Document(ViewCollection.search(field), true)), after, MOST);
            ids(page).forEach(action);
            after = page.isEmpty() ? null : page.get(page.size() - 1).stream();
        } while (page.size() == MOST);
    }

    private static List<ReceiptId> ids(List<Found<OpenReceipts.OpenReceipt>> found) {
        return found.stream()
                .map(one -> new ReceiptId(one.tenant(), one.view().receiptId()))
                .toList();
    }

    /** The payers whom this receipt may be of, the most likely first; empty when it is allocated or nobody is known. */
    public List<AccountId> mayBe(ReceiptId receipt) {
        return receipts.views().find(TenantScope.of(receipt.tenant()), "receipt", receipt.value()).stream()
                .filter(found -> found.view().isOpen())
                .flatMap(found -> found.view().payers().stream())
                .map(payer -> payer(receipt.tenant(), payer))
                .toList();
    }

    /** On collective accounts payers are named by their streams. */
    private static AccountId payer(String tenant, String name) {
        String[] stream = name.split("/");
        return stream.length == 3 ? new AccountId(stream[0], stream[2]) : new AccountId(tenant, name);
    }
}
