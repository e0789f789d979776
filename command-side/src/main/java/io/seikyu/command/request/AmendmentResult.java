package io.seikyu.command.request;

import java.time.LocalDate;

/**
 * An amendment that was recorded.
 *
 * @param effectiveFrom the first day on which it holds
 */
public record AmendmentResult(String id, LocalDate effectiveFrom) {}
