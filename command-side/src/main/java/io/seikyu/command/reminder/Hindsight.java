package io.seikyu.command.reminder;

import java.time.LocalDate;

/** A reminder that was made when this money had been paid already. */
record Hindsight(String reminderId, String receiptId, LocalDate bookedOn) {}
