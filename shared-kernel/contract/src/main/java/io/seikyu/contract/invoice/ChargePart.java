package io.seikyu.contract.invoice;

import java.math.BigDecimal;

/** How much of a claimed charge, yen. */
public record ChargePart(String chargeId, BigDecimal amount) {}
