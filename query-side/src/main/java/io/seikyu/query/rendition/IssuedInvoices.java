package io.seikyu.query.rendition;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.documents.IssuedInvoice;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Dated;
import io.seikyu.projection.Projections;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.client.ClientProjection;
import io.seikyu.query.client.ClientView;
import io.seikyu.query.contract.ContractProjection;
import io.seikyu.query.contract.ContractView;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.invoice.InvoiceView;
import io.seikyu.web.Headers;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Puts together from the views what an issued invoice consisted of on the day of issue. */
final class IssuedInvoices {
    private final Answers<InvoiceView> invoices;
    private final Answers<ClientView> clients;
    private final Answers<AccountView> accounts;
    private final Answers<ContractView> contracts;

    IssuedInvoices(Projections projections) {
        this.invoices = new Answers<>(projections.of(InvoiceProjection.class));
        this.clients = new Answers<>(projections.of(ClientProjection.class));
        this.accounts = new Answers<>(projections.of(AccountProjection.class));
        this.contracts = new Answers<>(projections.of(ContractProjection.class));
    }

    /**
     * With the position that the answer reflects and the invoice's version as headers.
     *
     * @throws ProblemException 409 {@code not-issued}; and as any question by id
     */
    ResponseEntity<IssuedInvoice> find(TenantScope scope, String id, @Nullable Long atLeast) {
        ResponseEntity<InvoiceView> found = invoices.one(scope, id, atLeast, view -> view);
        InvoiceView invoice = Objects.requireNonNull(found.getBody());
        if (invoice.claim() == null) {
            throw new ProblemException(
                    409,
                    "not-issued",
                    "Invoice '" + id + "' is " + invoice.status() + " and was not issued: there is no document to send"
                            + " yet. Ask for application/json, or issue it first.");
        }
        long reflected =
                Long.parseLong(Objects.requireNonNull(found.getHeaders().getFirst(Headers.POSITION)));
        return ResponseEntity.ok().headers(found.getHeaders()).body(whole(invoice, reflected));
    }

    /** The other views have to be as far as the invoice's was: what it refers to was there before it. */
    private IssuedInvoice whole(InvoiceView invoice, long reflected) {
        TenantScope tenant = TenantScope.of(invoice.clientId());
        InvoiceDocument document = invoice.last().document();
        LocalDate issuedOn = invoice.claim().issuedOn();
        // gross or net is what it was when it was reviewed: as of the transaction
        ContractTerms terms = body(contracts.one(
                tenant, document.contractId(), reflected, view -> Dated.on(document.transactionTo(), view.versions())));
        return new IssuedInvoice(
                invoice.invoiceId(),
                document,
                terms.pricesIncludeTax(),
                issuedOn,
                body(clients.one(tenant, invoice.clientId(), reflected, view -> Dated.on(issuedOn, view.versions()))),
                body(accounts.one(
                        tenant, document.accountId(), reflected, view -> Dated.on(issuedOn, view.versions()))));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
