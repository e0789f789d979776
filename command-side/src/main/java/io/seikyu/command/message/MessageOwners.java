package io.seikyu.command.message;

import io.seikyu.contract.message.Purpose;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who owns messages, by their purpose. */
public final class MessageOwners {
    private final Map<Purpose, MessageOwner> owners = new EnumMap<>(Purpose.class);

    public MessageOwners(List<MessageOwner> all) {
        all.forEach(owner -> owners.put(owner.purpose(), owner));
    }

    MessageOwner of(MessageState message) {
        MessageOwner owner = owners.get(message.purpose());
        if (owner == null) {
            throw new IllegalStateException("nobody owns messages for " + message.purpose());
        }
        return owner;
    }
}
