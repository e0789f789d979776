package io.seikyu.query.account;

import io.seikyu.contract.account.PaymentHistory;

/** How one payer has paid so far. */
public record PaymentView(String clientId, String accountId, PaymentHistory history) {}
