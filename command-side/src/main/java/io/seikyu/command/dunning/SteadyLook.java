package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecisions.Decided;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides by what was true at once. Nobody locks what dunning looks at, and that is much: what moved while it was looked
 * at is looked at once more, so that a decision never stands on a balance of now and a delivery of before.
 */
final class SteadyLook {
    private static final int TIMES = 5;
    private static final int BATCH = 500;

    /** Of these any may be looked at. */
    private static final Set<String> SHARED =
            Set.of("contract", "policy", "bank-account", "credit-note", "instalment-plan");

    private final EventLog log;
    private final KnownLists lists;

    SteadyLook(EventLog log, KnownLists lists) {
        this.log = log;
        this.lists = lists;
    }

    /** @param position as of which it was decided; null when what was looked at moved each time */
    record Based(Decided decided, Long position) {}

    Based decide(DunningDecisions decisions, DunningState dunning, Instant now) {
        Decided decided = null;
        for (int time = 1; time <= TIMES; time++) {
            long position = log.head();
            if (time > 1) {
                lists.upTo(position);
            }
            decided = decisions.decide(dunning, now, now);
            if (lists.reflect(position) && !moved(position, dunning, decided.gathered())) {
                return new Based(decided, position);
            }
        }
        return new Based(decided, null);
    }

    private boolean moved(long position, DunningState dunning, Gathered gathered) {
        long head = log.head();
        Set<String> looked = looked(dunning, gathered);
        for (long next = position + 1; next <= head; ) {
            for (StoredCommit commit : log.read(next, BATCH)) {
                if (commit.commit().events().stream()
                        .anyMatch(event -> isLookedAt(event, looked) || mayBeHis(event, dunning))) {
                    return true;
                }
                next = commit.lastPosition() + 1;
            }
        }
        return false;
    }

    private static boolean isLookedAt(NewEvent event, Set<String> looked) {
        return event.stream() != null && (looked.contains(event.stream()) || SHARED.contains(type(event)));
    }

    /** Money whose event names him. */
    private static boolean mayBeHis(NewEvent event, DunningState dunning) {
        return event.stream() != null
                && type(event).equals("receipt")
                && new String(event.payload(), StandardCharsets.UTF_8).contains(dunning.accountId());
    }

    private static String type(NewEvent event) {
        return event.stream().split("/")[1];
    }

    private static Set<String> looked(DunningState dunning, Gathered gathered) {
        Set<String> streams = new HashSet<>(gathered.receipts());
        streams.add(dunning.payer().toString());
        gathered.facts().items().stream()
                .map(item -> new InvoiceId(dunning.clientId(), item.invoiceId()).toString())
                .forEach(streams::add);
        return streams;
    }
}
