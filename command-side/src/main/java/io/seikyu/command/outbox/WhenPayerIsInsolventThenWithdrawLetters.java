package io.seikyu.command.outbox;

import io.seikyu.command.outbox.OpenMessages.OpenMessage;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageCommand.WithdrawLetter;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Recorded;
import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.access.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;

/**
 * Nobody writes to an insolvent payer any more: what waits to be posted to it is withdrawn, also what was queued at the
 * same moment. Mail needs no reaction: whether it is still wanted is asked right before it leaves.
 */
final class WhenPayerIsInsolventThenWithdrawLetters implements Reaction {
    private static final int PAGE = 100;
    private static final Duration LIST_FOLLOWS_WITHIN = Duration.ofSeconds(30);

    private final OwnCommands commands;
    private final LiveProjection<OpenMessage> open;

    WhenPayerIsInsolventThenWithdrawLetters(OwnCommands commands, LiveProjection<OpenMessage> open) {
        this.commands = commands;
        this.open = open;
    }

    @Override
    public Set<String> hearsOf() {
        return Set.of("account.insolvency-recorded", "message.queued");
    }

    @Override
    public void react(Event event, Recorded recorded) {
        if (event instanceof InsolvencyRecorded insolvency) {
            if (!open.await(recorded.position(), LIST_FOLLOWS_WITHIN)) {
                throw new IllegalStateException("the list of letters is behind");
            }
            withdraw(TenantScope.of(insolvency.clientId()), OpenMessageViewStore.lettersTo(insolvency.accountId()));
        } else if (event instanceof MessageQueued queued && queued.channel() == Channel.LETTER) {
            withdraw(new MessageId(queued.clientId(), queued.messageId()));
        }
    }

    @Override
    public void catchUp() {
        withdraw(TenantScope.all(), OpenMessageViewStore.letters());
    }

    private void withdraw(TenantScope scope, List<Bson> filters) {
        String after = null;
        List<Found<OpenMessage>> page;
        do {
            page = open.views().list(scope, filters, after, PAGE);
            for (Found<OpenMessage> found : page) {
                withdraw(letter(found.stream()));
                after = found.stream();
            }
        } while (page.size() == PAGE);
    }

    private static MessageId letter(String stream) {
        String[] name = stream.split("/");
        return new MessageId(name[0], name[2]);
    }

    /** Says nothing while the letter is wanted. */
    private void withdraw(MessageId letter) {
        commands.<Void>send(letter.tenant(), Courier.ACTOR, null, new WithdrawLetter(letter));
    }
}
