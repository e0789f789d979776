package io.seikyu.command.outbox;

import io.seikyu.command.message.MessageState;
import io.seikyu.contract.message.Purpose;

/** Writes the messages of one purpose, from what the log says; the same message each time. */
public interface LetterWriter {
    Purpose purpose();

    /** @throws RuntimeException when it cannot be written */
    Letter write(MessageState message);
}
