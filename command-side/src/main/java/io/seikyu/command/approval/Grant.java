package io.seikyu.command.approval;

import java.time.LocalDate;

/**
 * A person's yes.
 *
 * @param actor the key of whoever decided
 * @param today the business date of the decision
 */
public record Grant(String actor, String reason, LocalDate today) {}
