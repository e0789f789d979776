package io.seikyu.query.rendition;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.documents.IssuedCreditNote;
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
import io.seikyu.query.creditnote.CreditNoteProjection;
import io.seikyu.query.creditnote.CreditNoteView;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.invoice.InvoiceView;
import io.seikyu.web.Headers;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Puts together from the views what an issued invoice or credit note consisted of on the day of issue. */
final class IssuedInvoices {
    private final Answers<InvoiceView> invoices;
    private final Answers<CreditNoteView> creditNotes;
    private final Answers<ClientView> clients;
    private final Answers<AccountView> accounts;
    private final Answers<ContractView> contracts;

    IssuedInvoices(Projections projections) {
        this.invoices = new Answers<>(projections.of(InvoiceProjection.class));
        this.creditNotes = new Answers<>(projections.of(CreditNoteProjection.class));
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
            throw notIssued("Invoice", id, invoice.status(), "issue it");
        }
        return ResponseEntity.ok()
                .headers(found.getHeaders())
                .body(whole(invoice, invoice.claim().issuedOn(), reflected(found)));
    }

    /**
     * The same for a credit note, with what held of both parties when it was issued.
     *
     * @throws ProblemException 409 {@code not-issued}; and as any question by id
     */
    ResponseEntity<IssuedCreditNote> creditNote(TenantScope scope, String id, @Nullable Long atLeast) {
        ResponseEntity<CreditNoteView> found = creditNotes.one(scope, id, atLeast, view -> view);
        CreditNoteView note = Objects.requireNonNull(found.getBody());
        if (note.issue() == null) {
            throw notIssued("Credit note", id, note.status(), "have it approved");
        }
        long reflected = reflected(found);
        CreditNoteDocument document = note.last().document();
        LocalDate issuedOn = note.issue().issuedOn();
        InvoiceView invoice =
                body(invoices.one(TenantScope.of(note.clientId()), document.invoiceId(), reflected, view -> view));
        return ResponseEntity.ok()
                .headers(found.getHeaders())
                .body(new IssuedCreditNote(
                        note.creditNoteId(), document, issuedOn, whole(invoice, issuedOn, reflected)));
    }

    private static ProblemException notIssued(String what, String id, Enum<?> status, String first) {
        return new ProblemException(
                409,
                "not-issued",
                what + " '" + id + "' is " + status + " and was not issued: there is no document to send yet."
                        + " Ask for application/json, or " + first + " first.");
    }

    private static long reflected(ResponseEntity<?> found) {
        return Long.parseLong(Objects.requireNonNull(found.getHeaders().getFirst(Headers.POSITION)));
    }

    /** The other views have to be as far as the one that was asked: what it refers to was there before it. */
    private IssuedInvoice whole(InvoiceView invoice, LocalDate asOf, long reflected) {
        TenantScope tenant = TenantScope.of(invoice.clientId());
        InvoiceDocument document = invoice.last().document();
        // gross or net is what it was when it was reviewed: as of the transaction
        ContractTerms terms = body(contracts.one(
                tenant, document.contractId(), reflected, view -> Dated.on(document.transactionTo(), view.versions())));
        return new IssuedInvoice(
                invoice.invoiceId(),
                document,
                terms.pricesIncludeTax(),
                invoice.claim().issuedOn(),
                body(clients.one(tenant, invoice.clientId(), reflected, view -> Dated.on(asOf, view.versions()))),
                body(accounts.one(tenant, document.accountId(), reflected, view -> Dated.on(asOf, view.versions()))));
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
