package io.seikyu.command.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the caller hears of a promise.
 *
 * @param lastDay the banking day on which it can come in at the latest
 */
record PromiseResult(String invoiceId, String promiseId, BigDecimal amount, LocalDate payOn, LocalDate lastDay) {}
