package io.seikyu.contract.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

/** @param amount yen */
public record Instalment(LocalDate dueDate, BigDecimal amount) {}
