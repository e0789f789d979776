package io.seikyu.command.sending;

import io.seikyu.command.message.SendingGate.Verdict;
import io.seikyu.contract.id.SwitchId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What a switch has to know to decide.
 *
 * @param instance     the one that may send, or null while none was recorded
 * @param unconfirmed  the one that waits to be confirmed, or null
 * @param evidences    of the log having gone back, as far as somebody was told of it
 * @param doubtfulUpTo what waited at that business time may have left before the log was restored; or null
 */
public record SwitchState(
        String tenant,
        boolean stopped,
        String instance,
        String unconfirmed,
        Set<String> evidences,
        Instant doubtfulUpTo) {

    static SwitchState of(String tenant) {
        return new SwitchState(tenant, false, null, null, Set.of(), null);
    }

    SwitchState stop() {
        return new SwitchState(tenant, true, instance, unconfirmed, evidences, doubtfulUpTo);
    }

    SwitchState recorded(String first) {
        return new SwitchState(tenant, stopped, first, null, evidences, doubtfulUpTo);
    }

    SwitchState strange(String other, String evidence) {
        Set<String> all = new HashSet<>(evidences);
        if (evidence != null) {
            all.add(evidence);
        }
        return new SwitchState(tenant, stopped, instance, other, Set.copyOf(all), doubtfulUpTo);
    }

    SwitchState resumed(Instant sentUpTo) {
        Instant doubtful =
                sentUpTo == null || doubtfulUpTo != null && doubtfulUpTo.isAfter(sentUpTo) ? doubtfulUpTo : sentUpTo;
        return new SwitchState(tenant, false, unconfirmed == null ? instance : unconfirmed, null, evidences, doubtful);
    }

    /** Whether nothing about this instance is new: it may send, or a person was told already that it may not. */
    boolean recognises(String asking, String evidence) {
        return asking.equals(unconfirmed == null ? instance : unconfirmed)
                && (evidence == null || evidences.contains(evidence));
    }

    /** What the switch of the agency says of a message; {@code stopped} is all that one of a client company says. */
    Verdict verdict(String asking, Instant freeSince) {
        if (stopped || unconfirmed != null || !asking.equals(instance)) {
            return Verdict.CLOSED;
        }
        boolean doubtful = doubtfulUpTo != null && !freeSince.isAfter(doubtfulUpTo);
        return doubtful ? Verdict.DOUBTFUL : Verdict.OPEN;
    }

    SwitchId id() {
        return new SwitchId(tenant);
    }
}
