package io.seikyu.contract.dunning;

import java.math.BigDecimal;

/**
 * One invoice of a reminder.
 *
 * @param stage  its own, which may be below the reminder's
 * @param round  from 1; a dispute that was rejected begins another
 * @param amount asked for, yen
 */
public record ReminderItem(String invoiceId, Stage stage, int round, BigDecimal amount) {}
