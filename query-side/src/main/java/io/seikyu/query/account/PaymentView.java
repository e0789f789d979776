package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.PaymentHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * How one payer has paid so far.
 *
 * @param partPaid claims that money has paid a part of, and of which the rest is open
 */
public record PaymentView(String clientId, String accountId, PaymentHistory history, List<Claim> partPaid) {
    PaymentView with(PaymentHistory next) {
        return new PaymentView(clientId, accountId, next, partPaid);
    }

    PaymentView with(ClaimMoved event) {
        Claim claim = event.claim();
        List<Claim> parts = new ArrayList<>(partPaid);
        parts.removeIf(known -> known.invoiceId().equals(claim.invoiceId()));
        if (claim.stage().isOpen() && !claim.payments().isEmpty()) {
            parts.add(claim);
        }
        return new PaymentView(clientId, accountId, history.with(event), List.copyOf(parts));
    }
}
