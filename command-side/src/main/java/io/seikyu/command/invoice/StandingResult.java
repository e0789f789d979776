package io.seikyu.command.invoice;

import java.math.BigDecimal;

/** Whose the claim is now. */
public record StandingResult(String invoiceId, boolean handedBack, BigDecimal balance) {}
