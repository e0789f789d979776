package io.seikyu.command.account;

import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.Screening;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a screening came out, for people of the agency.
 *
 * @param score        0 to 100; absent where a knock-out decided
 * @param creditLimit  yen, up to which the agency bears the risk
 * @param exposure     yen at risk with this payer today
 * @param onHold       a person looks into it; until then nothing more is covered
 * @param points       per part of the scorecard with data
 * @param inputs       what was looked at
 * @param alternatives what would have led to another outcome
 */
public record ScreeningResult(
        String screeningId,
        CreditGrade grade,
        @Nullable BigDecimal score,
        BigDecimal creditLimit,
        BigDecimal exposure,
        boolean onHold,
        List<String> measures,
        List<String> reasons,
        String policyVersion,
        Map<String, BigDecimal> points,
        Map<String, String> inputs,
        List<String> alternatives) {
    static ScreeningResult of(Screening screening, Exposure exposure) {
        return new ScreeningResult(
                screening.screeningId(),
                screening.grade(),
                screening.score(),
                screening.creditLimit(),
                exposure.total(),
                screening.onHold(),
                screening.measures(),
                screening.reasons(),
                screening.policyVersion(),
                screening.points(),
                screening.inputs(),
                screening.alternatives());
    }
}
