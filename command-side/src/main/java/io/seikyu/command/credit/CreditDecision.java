package io.seikyu.command.credit;

import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a screening comes to, with all that explains it.
 *
 * @param score        null where a knock-out decided
 * @param points       per part with data, out of its weight
 * @param creditLimit  yen
 * @param onHold       a person looks into it; until then nothing more is covered
 * @param inputs       what was looked at, by name
 * @param alternatives what would have led to another outcome
 */
public record CreditDecision(
        CreditGrade grade,
        BigDecimal score,
        Map<CreditPart, BigDecimal> points,
        BigDecimal creditLimit,
        boolean onHold,
        List<CreditReason> reasons,
        List<CreditMeasure> measures,
        Map<String, String> inputs,
        List<String> alternatives) {}
