package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Screening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Who decides how far a payer is trusted, from what its account knows. Nothing is changed here. */
public interface CreditDesk {
    /** @param requested yen that somebody wants to bill besides what is at risk, or null */
    Screening screen(CustomerAccount payer, String screeningId, BigDecimal requested, LocalDate today);

    /** The same when nobody asked for anything: what was needed at the last screening is still needed. */
    Screening screenAgain(CustomerAccount payer, String screeningId, LocalDate today);

    /** Empty unless the payer surely pays later and later, and nobody was told lately. */
    Optional<SlowdownNoticed> slowdown(CustomerAccount payer, LocalDate today);
}
