package io.seikyu.command.credit;

import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What counts of a signal.
 *
 * @param value   a bureau's score, else null
 * @param bureau  who gave it, else OTHER
 * @param verdict of a person, or null while nobody has looked at it
 */
public record KnownSignal(
        String signalId,
        SignalKind kind,
        BigDecimal value,
        Bureau bureau,
        LocalDate observedOn,
        SignalVerdict verdict) {
    boolean counts() {
        return verdict != SignalVerdict.DISMISSED;
    }

    boolean isDeterioration() {
        return kind == SignalKind.DETERIORATION || kind == SignalKind.TAX_ARREARS;
    }
}
