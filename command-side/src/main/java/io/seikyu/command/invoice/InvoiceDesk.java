package io.seikyu.command.invoice;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.command.task.Tasks;

/** What an invoice asks, and tells, while it decides. */
public record InvoiceDesk(
        ReviewDesk review,
        InvoiceNumbers numbers,
        Ledgers ledgers,
        Tasks tasks,
        DeliveryDesk deliveries,
        NamedInvoices invoices,
        ReplacedInvoices replaced,
        Deposits deposits,
        ClaimTerms claims) {}
