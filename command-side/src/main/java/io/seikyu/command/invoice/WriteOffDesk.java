package io.seikyu.command.invoice;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.contract.Contracts;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.ContractId;

/** What an invoice asks when it is to be written off. */
public record WriteOffDesk(Contracts contracts, Approvals approvals) {

    /** Who holds the claim today: as the last version of the contract says, unless the agency paid for it since. */
    ClaimHolder holder(InvoiceState invoice) {
        ClaimHolder agreed = contracts
                .find(new ContractId(invoice.clientId(), invoice.document().contractId()))
                .map(history -> history.latest().claimHolder())
                .orElseThrow(() -> new IllegalStateException(invoice.id() + " was issued without a contract"));
        return invoice.after().standing().holder(agreed, invoice.balance());
    }
}
