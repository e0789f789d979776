package io.seikyu.contract.plan;

import java.math.BigDecimal;

/** @param open of it when the plan was proposed, claimed charges included, yen */
public record PlannedInvoice(String invoiceId, BigDecimal open) {}
