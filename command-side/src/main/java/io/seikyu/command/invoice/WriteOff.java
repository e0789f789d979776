package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.WriteOffGround;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What was approved to be given up of a claim. */
record WriteOff(String approvalId, BigDecimal amount, WriteOffGround ground, LocalDate today) {}
