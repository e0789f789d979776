package io.seikyu.command.dunning;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.dunning.DunningCommand.DecideDunning;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.DunningId;
import io.seikyu.eventlog.KeyClaimedException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the command of each cause in a unit of work of its own. What a cause once led to is not asked for again; a
 * decision that cannot be taken is told of and passed over: the next event or the next look takes it.
 */
final class SentDecisions implements Deciding {
    private static final Logger LOG = LoggerFactory.getLogger(SentDecisions.class);

    static final String ACTOR = "dunning";

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final OwnCommands commands;
    private final KnownLists lists;
    private final Clock businessClock;

    SentDecisions(OwnCommands commands, KnownLists lists, Clock businessClock) {
        this.commands = commands;
        this.lists = lists;
        this.businessClock = businessClock;
    }

    @Override
    public void decide(AccountId payer, EventMessage<?> cause, String invoiceId) {
        String key = "dunning/" + payer + "/" + cause.getIdentifier();
        if (commands.done(key).isPresent()) {
            return;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                know(cause);
                commands.sendOnce(
                        key,
                        payer.tenant(),
                        ACTOR,
                        cause.getIdentifier(),
                        new DecideDunning(DunningId.of(payer), businessClock.instant(), invoiceId),
                        decided -> {});
                return;
            } catch (KeyClaimedException elsewhere) {
                return;
            } catch (RuntimeException e) {
                // not its message: that may hold what was decided about
                LOG.warn(
                        "dunning of {} could not be decided ({}), attempt {}",
                        payer,
                        e.getClass().getName(),
                        attempt,
                        e);
                pause();
            }
        }
    }

    private void know(EventMessage<?> cause) {
        OptionalLong position = cause instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position()
                : OptionalLong.empty();
        if (position.isPresent()) {
            lists.upTo(position.getAsLong());
        } else {
            lists.upToNow();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
