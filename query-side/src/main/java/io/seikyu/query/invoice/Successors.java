package io.seikyu.query.invoice;

import io.seikyu.projection.LiveProjection;
import io.seikyu.web.access.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        return of(invoice, Optional::of);
    }

    /**
     * The same for a moment of the past.
     *
     * @param then what was known of a view's invoice at that moment; empty where nothing was
     */
    @Nullable
    String of(InvoiceView invoice, Function<InvoiceView, Optional<InvoiceView>> then) {
        if (invoice.cancellation() == null || invoice.cancellation().replacedBy() != null) {
            return null;
        }
        return invoices
                .views()
                .list(TenantScope.of(invoice.clientId()), InvoiceViewStore.following(invoice), null, LOOKED_AT)
                .stream()
                .flatMap(found -> then.apply(found.view()).stream())
                .filter(other -> follows(other, invoice))
                .filter(other -> other.cancellation() == null && other.status() != InvoiceView.Status.REJECTED)
                .map(InvoiceView::invoiceId)
                .findFirst()
                .orElse(null);
    }

    private static boolean follows(InvoiceView other, InvoiceView invoice) {
        List<String> preceding = other.last().document().precedingInvoices();
        return preceding != null
                && (preceding.contains(invoice.invoiceId())
                        || preceding.contains(invoice.last().document().invoiceNumber()));
    }
}
