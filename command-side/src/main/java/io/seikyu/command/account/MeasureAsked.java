package io.seikyu.command.account;

import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.approval.Decider;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure that waits for a person, or how its approval stands.
 *
 * @param status    of the approval; the measure binds when it is {@code CARRIED_OUT}
 * @param expiresOn the last day on which it can be decided
 */
public record MeasureAsked(
        String accountId,
        CreditMeasure measure,
        String contractId,
        String approvalId,
        @Nullable Decider decider,
        String status,
        @Nullable LocalDate expiresOn) {}
