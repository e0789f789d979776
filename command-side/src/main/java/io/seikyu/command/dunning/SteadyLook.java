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
import java.util.function.Predicate;

/**
 * Decides by what was true at once. Nobody locks what dunning looks at, and that is much: what moved while it was looked
 * at is looked at once more, so that a decision never stands on a balance of now and a delivery of before. Lists may be
 * behind the log as long as nothing came since that they would tell.
 */
final class SteadyLook {
    private static final int TIMES = 5;
    private static final int BATCH = 500;
    /** Events that are sooner waited for than read. */
    private static final int FAR = 1_000;

    /** Of these any may be looked at. */
    private static final Set<String> SHARED = Set.of("contract", "policy", "bank-account", "instalment-plan");

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
            if (time > 1 || log.head() - lists.position() > FAR) {
                lists.upToNow();
            }
            long listed = lists.position();
            long position = log.head();
            decided = decisions.decide(dunning, now, now);
            Set<String> looked = looked(dunning, decided.gathered());
            if (!moved(listed, position, event -> isListed(event, looked, dunning))
                    && !moved(position, log.head(), event -> isLookedAt(event, looked, dunning))) {
                return new Based(decided, position);
            }
        }
        return new Based(decided, null);
    }

    private boolean moved(long after, long through, Predicate<NewEvent> isRelevant) {
        for (long next = after + 1; next <= through; ) {
            for (StoredCommit commit : log.read(next, BATCH)) {
                if (commit.commit().events().stream()
                        .filter(event -> event.stream() != null)
                        .anyMatch(isRelevant)) {
                    return true;
                }
                next = commit.lastPosition() + 1;
            }
        }
        return false;
    }

    private static boolean isLookedAt(NewEvent event, Set<String> looked, DunningState dunning) {
        return looked.contains(event.stream()) || SHARED.contains(type(event)) || isListed(event, looked, dunning);
    }

    /** What the lists tell of: a credit note, or money that may be his. */
    private static boolean isListed(NewEvent event, Set<String> looked, DunningState dunning) {
        return switch (type(event)) {
            case "credit-note" -> true;
            case "receipt" -> looked.contains(event.stream()) || names(event, dunning.accountId());
            default -> false;
        };
    }

    private static boolean names(NewEvent event, String accountId) {
        return new String(event.payload(), StandardCharsets.UTF_8).contains(accountId);
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
