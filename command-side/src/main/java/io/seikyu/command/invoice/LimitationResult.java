package io.seikyu.command.invoice;

import io.seikyu.contract.limitation.Limitation;

/** What was recorded, and how the limitation stands by it. */
public record LimitationResult(String invoiceId, String factId, Limitation limitation) {}
