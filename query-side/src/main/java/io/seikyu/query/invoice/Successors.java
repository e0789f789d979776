package io.seikyu.query.invoice;

import io.seikyu.projection.LiveProjection;
import io.seikyu.web.access.TenantScope;
import org.jspecify.annotations.Nullable;

/** Finds what took the place of a cancelled invoice where only the later one says so. */
final class Successors {
    private static final int LOOKED_AT = 10;

    private final LiveProjection<InvoiceView> invoices;

    Successors(LiveProjection<InvoiceView> invoices) {
        this.invoices = invoices;
    }

    /** The first one that is alive; null when there is none, or none is needed. */
    @Nullable
    String of(InvoiceView invoice) {
        if (invoice.cancellation() == null || invoice.cancellation().replacedBy() != null) {
            return null;
        }
        return invoices
                .views()
                .list(TenantScope.of(invoice.clientId()), InvoiceViewStore.following(invoice), null, LOOKED_AT)
                .stream()
                .map(found -> found.view())
                .filter(other -> other.cancellation() == null && other.status() != InvoiceView.Status.REJECTED)
                .map(InvoiceView::invoiceId)
                .findFirst()
                .orElse(null);
    }
}
