package io.seikyu.contract.limitation;

import java.time.LocalDate;

/**
 * Something that moves the end of the limitation period.
 *
 * @param factId of whoever recorded it, or the receipt of a part payment
 * @param on     the day on which it took effect
 * @param until  until when negotiations were agreed, if that was said; else null
 */
public record LimitationFact(String factId, Kind kind, LocalDate on, LocalDate until) {
    public enum Kind {
        /** A demand whose receipt can be proved (催告). */
        DEMAND_RECEIVED,
        /** An agreement in writing to negotiate (協議を行う旨の合意). */
        NEGOTIATION_AGREED,
        /** One of the two declined in writing to go on. */
        NEGOTIATION_REFUSED,
        /** A suit or an order for payment was applied for (裁判上の請求, 支払督促). */
        PROCEEDING_BEGUN,
        /** It ended, and nothing was decided. */
        PROCEEDING_ENDED,
        /** A judgment, or what stands for one, became final (確定判決). */
        JUDGMENT,
        /** The payer acknowledged the debt, and that can be proved; paying a part is one (承認). */
        ACKNOWLEDGED
    }
}
