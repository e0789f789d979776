package io.seikyu.command.receipt;

import java.math.BigDecimal;

/** Money that somebody wants to pay back, while nobody else has approved it. */
public record WaitingRefund(String refundId, BigDecimal amount) {}
