package io.seikyu.command.clearing;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.web.access.TenantScope;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/**
 * Money of which nobody has said yet what it is for, by the payers it may be of: nobody reminds a payer of what may have
 * been paid. It may be a moment behind; {@link #await} waits for what has to be in it.
 */
public final class UnmatchedReceipts {
    private static final int MOST = 100;

    private final LiveProjection<OpenReceipts.OpenReceipt> receipts;

    UnmatchedReceipts(LiveProjection<OpenReceipts.OpenReceipt> receipts) {
        this.receipts = receipts;
    }

    /** @return whether it reflects the log up to {@code position} within that time */
    public boolean await(long position, Duration atMost) {
        return receipts.await(position, atMost);
    }

    /** Receipts that are not wholly allocated and that may be of this payer, or are; at most {@value #MOST}. */
    public List<ReceiptId> mayBeOf(AccountId payer) {
        return receipts
                .views()
                .list(
                        TenantScope.of(payer.tenant()),
                        List.of(new Document(ViewCollection.search(OpenReceipts.PAYERS), payer.value())),
                        null,
                        MOST)
                .stream()
                .map(found -> new ReceiptId(found.tenant(), found.view().receiptId()))
                .toList();
    }

    /** The payers whom this receipt may be of, the most likely first; empty when it is allocated or nobody is known. */
    public List<AccountId> mayBe(ReceiptId receipt) {
        return receipts.views().find(TenantScope.of(receipt.tenant()), "receipt", receipt.value()).stream()
                .filter(found -> found.view().isOpen())
                .flatMap(found -> found.view().payers().stream())
                .map(payer -> new AccountId(receipt.tenant(), payer))
                .toList();
    }
}
