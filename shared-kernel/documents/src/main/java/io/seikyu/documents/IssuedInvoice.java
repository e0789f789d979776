package io.seikyu.documents;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.invoice.InvoiceDocument;
import java.time.LocalDate;

/**
 * An invoice as its payer gets it, with what held of both parties when it was issued.
 *
 * @param pricesIncludeTax whether its prices and amounts are gross
 */
public record IssuedInvoice(
        String invoiceId,
        InvoiceDocument document,
        boolean pricesIncludeTax,
        LocalDate issuedOn,
        ClientDetails client,
        AccountDetails payer) {}
