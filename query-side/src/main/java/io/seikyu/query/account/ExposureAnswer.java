package io.seikyu.query.account;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is at risk with a payer (与信残高), yen.
 *
 * @param unpaid   open of what the payer has
 * @param approved of what was approved and is not issued yet
 * @param reserved for deliveries to come
 */
public record ExposureAnswer(BigDecimal total, BigDecimal unpaid, BigDecimal approved, BigDecimal reserved) {
    static ExposureAnswer of(Credit credit, LocalDate today) {
        BigDecimal reserved = credit.reserved(today);
        return new ExposureAnswer(
                credit.unpaid().add(credit.approved()).add(reserved), credit.unpaid(), credit.approved(), reserved);
    }
}
