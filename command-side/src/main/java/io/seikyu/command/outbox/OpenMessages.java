package io.seikyu.command.outbox;

import io.seikyu.command.outbox.OpenMessages.OpenMessage;
import io.seikyu.command.work.WorkList;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageEvent.MessageOutcomeRecorded;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.MessageEvent.MessageSent;
import io.seikyu.contract.message.MessageEvent.MessageSettled;
import io.seikyu.contract.message.MessageEvent.MessageWithdrawn;
import io.seikyu.contract.message.MessageEvent.SendingInDoubt;
import io.seikyu.contract.message.MessageEvent.SendingRefused;
import io.seikyu.contract.message.MessageEvent.SendingStarted;
import io.seikyu.projection.Folds;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Messages that this program sends and whose end is not known; one that ended leaves the list. */
final class OpenMessages implements WorkList<OpenMessage> {
    static final String DUE = "due";
    static final String UNDER_WAY = "underWay";

    private static final Folds<OpenMessage> FOLDS = new Folds<OpenMessage>()
            .startingWith(
                    MessageQueued.class,
                    (event, recorded) -> event.channel() == Channel.MAIL ? OpenMessage.waiting() : null)
            .on(SendingStarted.class, (it, event, recorded) -> new OpenMessage(true, event.leaseUntil()))
            .on(
                    SendingRefused.class,
                    (it, event, recorded) -> event.retryAt() == null ? null : new OpenMessage(false, event.retryAt()))
            .on(SendingInDoubt.class, (it, event, recorded) -> new OpenMessage(false, null))
            .on(MessageSettled.class, (it, event, recorded) -> event.sent() ? null : OpenMessage.waiting())
            .endingWith(MessageSent.class)
            .endingWith(MessageOutcomeRecorded.class)
            .endingWith(MessageWithdrawn.class);

    @Override
    public String name() {
        return "open-messages";
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
    public Class<OpenMessage> view() {
        return OpenMessage.class;
    }

    @Override
    public Folds<OpenMessage> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(OpenMessage view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(UNDER_WAY, view.underWay());
        fields.put(DUE, view.due() == null ? null : view.due().toEpochMilli());
        return fields;
    }

    /**
     * @param underWay whether an attempt began
     * @param due      when there is something to do, by the machine's clock; null while a person has to
     */
    record OpenMessage(boolean underWay, Instant due) {
        static OpenMessage waiting() {
            return new OpenMessage(false, Instant.EPOCH);
        }
    }
}
