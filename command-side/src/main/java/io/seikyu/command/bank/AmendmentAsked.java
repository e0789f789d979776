package io.seikyu.command.bank;

import java.time.LocalDate;

/**
 * Other details wait for a second person.
 *
 * @param expiresOn the last day on which it can be decided
 */
public record AmendmentAsked(String bankAccountId, String approvalId, LocalDate expiresOn) {}
