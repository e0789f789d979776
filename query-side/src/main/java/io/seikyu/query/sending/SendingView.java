package io.seikyu.query.sending;

import java.time.Instant;

/**
 * A switch of all sending.
 *
 * @param clientId    whose it is; absent: the agency's
 * @param since       when it was last turned
 * @param instance    the instance of the program that may send; only the agency's switch knows
 * @param unconfirmed the instance that waits to be confirmed, or absent
 * @param evidence    what shows that its log went back, or absent
 */
public record SendingView(
        String clientId,
        boolean stopped,
        String reason,
        Instant since,
        String by,
        String instance,
        String unconfirmed,
        String evidence) {
    SendingView turned(boolean off, String why, Instant at, String who) {
        return new SendingView(clientId, off, why, at, who, instance, unconfirmed, evidence);
    }

    SendingView confirmed() {
        return new SendingView(
                clientId, stopped, reason, since, by, unconfirmed == null ? instance : unconfirmed, null, null);
    }

    SendingView strange(String other, String shown) {
        return new SendingView(clientId, stopped, reason, since, by, instance, other, shown);
    }

    boolean isOff() {
        return stopped || unconfirmed != null;
    }
}
