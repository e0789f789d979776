package io.seikyu.contract.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A decision on how far a payer is trusted (与信審査), with all that explains it.
 *
 * @param score         0 to 100; absent where a knock-out decided
 * @param creditLimit   up to which the agency bears the risk, yen
 * @param onHold        whether nothing is covered beyond what was reserved before
 * @param policyVersion the credit policy
 * @param inputs        what was looked at: ids and features by name
 * @param points        per part of the scorecard, out of its weight; a part without data is missing
 * @param reasons       codes, fit for a client company
 * @param measures      that are proposed, codes
 * @param alternatives  what would have led to another outcome
 */
public record Screening(
        String screeningId,
        LocalDate screenedOn,
        CreditGrade grade,
        BigDecimal score,
        BigDecimal creditLimit,
        boolean onHold,
        String policyVersion,
        Map<String, String> inputs,
        Map<String, BigDecimal> points,
        List<String> reasons,
        List<String> measures,
        List<String> alternatives) {}
