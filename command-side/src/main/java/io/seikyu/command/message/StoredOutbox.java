package io.seikyu.command.message;

import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.message.MessageEvent.MessageQueued;

/** Messages of the repository, begun within the running unit of work. */
public final class StoredOutbox implements Outbox {
    private final CachingRepository<Message, MessageState> messages;

    public StoredOutbox(CachingRepository<Message, MessageState> messages) {
        this.messages = messages;
    }

    @Override
    public void queue(MessageQueued message) {
        try {
            messages.newInstance(() -> new Message(message));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
