package io.seikyu.command.reminder;

import io.seikyu.command.message.MessageState;
import io.seikyu.command.outbox.Letter;
import io.seikyu.command.outbox.LetterWriter;
import io.seikyu.contract.dunning.DunningEvent.ReminderQueued;
import io.seikyu.contract.message.Purpose;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import java.util.List;

/** Reminders as mail: the words that the log has. */
final class ReminderLetters implements LetterWriter {
    private static final int MORE_THAN_ONE_HAS = 200;

    private final EventLog log;
    private final EventCodec codec;

    ReminderLetters(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    @Override
    public Purpose purpose() {
        return Purpose.REMINDER;
    }

    @Override
    public Letter write(MessageState message) {
        List<StoredEvent> events = log.readStream(ReminderMessages.id(message).toString(), 0, MORE_THAN_ONE_HAS);
        return events.stream()
                .map(stored -> stored.event())
                .map(event -> codec.decode(event.type(), event.revision(), event.payload()))
                .filter(ReminderQueued.class::isInstance)
                .map(ReminderQueued.class::cast)
                .findFirst()
                .map(written -> Letter.of(written.subject(), written.body()))
                .orElseThrow();
    }
}
