package io.seikyu.command.review;

import io.seikyu.command.account.ContractLedger;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;

/** A person looks at a contract's next invoices after a billing error, and at every correction of these. */
final class RecentErrorRule implements ReviewRule {
    private final int invoices;

    RecentErrorRule(int invoices) {
        this.invoices = invoices;
    }

    @Override
    public String name() {
        return "recent-error";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        ContractLedger contract = facts.history().ledger().of(facts.document().contractId());
        if (!contract.isAmongNext(facts.history().invoiceId(), invoices)) {
            return List.of();
        }
        BillingErrorUpheld error = contract.error();
        String how = error.cause() == BillingError.DISPUTE_UPHELD ? "dispute" : "credit note";
        return List.of(warning(
                "RECENT_ERROR",
                "/contractId",
                null,
                facts.document().contractId(),
                "Invoice " + error.invoiceId() + " of this contract was wrong (" + how + " " + error.reference()
                        + "). A person checks the next " + invoices + ", so that the error is not made again."));
    }
}
