package io.seikyu.query.message;

import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageEvent.MessageOutcomeRecorded;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.MessageEvent.MessageSent;
import io.seikyu.contract.message.MessageEvent.MessageSettled;
import io.seikyu.contract.message.MessageEvent.MessageWithdrawn;
import io.seikyu.contract.message.MessageEvent.SendingInDoubt;
import io.seikyu.contract.message.MessageEvent.SendingRefused;
import io.seikyu.contract.message.MessageEvent.SendingStarted;
import io.seikyu.contract.message.Reference;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.message.MessageView.Attempt;
import io.seikyu.query.message.MessageView.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages to the outside (送付): what waits, what left, what nobody knows of. */
public final class MessageProjection implements Projection<MessageView> {
    static final String STATE = "state";
    static final String PURPOSE = "purpose";
    static final String CHANNEL = "channel";
    static final String ACCOUNT = "accountId";
    static final String ABOUT = "about";

    private static final Folds<MessageView> FOLDS = new Folds<MessageView>()
            .startingWith(MessageQueued.class, MessageProjection::queued)
            .on(
                    SendingStarted.class,
                    (view, event, recorded) -> view.and(new Attempt(
                                    event.attempt(),
                                    event.startedAt(),
                                    event.leaseUntil(),
                                    event.headerId(),
                                    event.digest(),
                                    null,
                                    null))
                            .with(State.SENDING, recorded.at()))
            .on(
                    MessageSent.class,
                    (view, event, recorded) -> view.ended(event.attempt(), "SENT", event.response())
                            .with(State.SENT, recorded.at()))
            .on(
                    SendingRefused.class,
                    (view, event, recorded) -> view.ended(event.attempt(), event.code(), event.response())
                            .refused(event.retryAt(), recorded.at()))
            .on(SendingInDoubt.class, (view, event, recorded) -> view.inDoubt(event.cause(), recorded.at()))
            .on(MessageSettled.class, MessageProjection::settled)
            .on(
                    MessageOutcomeRecorded.class,
                    (view, event, recorded) -> view.noted(event.note())
                            .with(State.of(event.outcome()), event.at() == null ? recorded.at() : event.at()))
            .on(MessageWithdrawn.class, (view, event, recorded) -> view.with(State.WITHDRAWN, recorded.at()));

    private static MessageView queued(MessageQueued event, Recorded recorded) {
        return new MessageView(
                event.clientId(),
                event.messageId(),
                event.accountId(),
                event.purpose(),
                event.channel(),
                event.about(),
                event.to(),
                event.round(),
                event.channel() == Channel.MAIL ? State.QUEUED : State.TO_HAND_OVER,
                recorded.at(),
                recorded.at(),
                null,
                null,
                null,
                List.of());
    }

    private static MessageView settled(MessageView view, MessageSettled event, Recorded recorded) {
        State freed = view.channel() == Channel.MAIL ? State.QUEUED : State.FAILED;
        return view.noted(event.note()).with(event.sent() ? State.SENT : freed, recorded.at());
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "message";
    }

    @Override
    public Class<MessageView> view() {
        return MessageView.class;
    }

    @Override
    public Folds<MessageView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(MessageView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(STATE, view.state().name());
        fields.put(PURPOSE, view.purpose().name());
        fields.put(CHANNEL, view.channel().name());
        fields.put(ACCOUNT, view.accountId());
        fields.put(ABOUT, view.about().stream().map(MessageProjection::text).toList());
        return fields;
    }

    static String text(Reference reference) {
        return reference.type() + "/" + reference.id();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATE), List.of(ACCOUNT), List.of(ABOUT));
    }
}
