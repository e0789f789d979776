package io.seikyu.command.review;

import io.seikyu.contract.id.AccountId;
import java.util.Optional;

/** The invoices on file that documents refer to, to be looked at and not to be changed. */
@FunctionalInterface
public interface PrecedingInvoices {
    /**
     * Who had to pay the invoice.
     *
     * @param named its id or its number
     */
    Optional<AccountId> payerOf(String tenant, String named);
}
