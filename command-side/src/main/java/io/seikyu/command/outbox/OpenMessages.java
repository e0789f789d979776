package io.seikyu.command.outbox;

import io.seikyu.command.outbox.OpenMessages.OpenMessage;
import io.seikyu.command.work.WorkList;
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
import java.util.List;
import java.util.Map;

/** Messages that this program sends, or a person posts, and whose end is not known; one that ended leaves the list. */
final class OpenMessages implements WorkList<OpenMessage> {
    static final String DUE = "due";
    static final String UNDER_WAY = "underWay";
    static final String LETTER_TO = "letterTo";
    /** What {@link #DUE} is when nobody tried yet. */
    static final long AT_ONCE = Instant.EPOCH.toEpochMilli();

    private static final Folds<OpenMessage> FOLDS = new Folds<OpenMessage>()
            .startingWith(MessageQueued.class, (event, recorded) -> switch (event.channel()) {
                case MAIL -> OpenMessage.waiting();
                case LETTER -> OpenMessage.letter(event.accountId());
                case CLIENT -> null;
            })
            .on(SendingStarted.class, (it, event, recorded) -> OpenMessage.mail(true, event.leaseUntil()))
            .on(
                    SendingRefused.class,
                    (it, event, recorded) -> event.retryAt() == null ? null : OpenMessage.mail(false, event.retryAt()))
            .on(SendingInDoubt.class, (it, event, recorded) -> OpenMessage.mail(false, null))
            .on(
                    MessageSettled.class,
                    (it, event, recorded) -> event.sent() || it.letterTo() != null ? null : OpenMessage.waiting())
            .endingWith(MessageSent.class)
            .endingWith(MessageOutcomeRecorded.class)
            .endingWith(MessageWithdrawn.class);

    @Override
    public String name() {
        return "open-messages";
    }

    @Override
    public int revision() {
        return 2;
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
        fields.put(LETTER_TO, view.letterTo());
        return fields;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(LETTER_TO));
    }

    @Override
    public List<List<String>> indexesOverTenants() {
        return List.of(List.of(UNDER_WAY, DUE));
    }

    /**
     * @param underWay whether an attempt began
     * @param due      when there is something to do, by the machine's clock; null while a person has to
     * @param letterTo  the payer, of a letter that a person posts; else null
     */
    record OpenMessage(boolean underWay, Instant due, String letterTo) {
        static OpenMessage mail(boolean underWay, Instant due) {
            return new OpenMessage(underWay, due, null);
        }

        static OpenMessage waiting() {
            return mail(false, Instant.EPOCH);
        }

        static OpenMessage letter(String payer) {
            return new OpenMessage(false, null, payer);
        }
    }
}
