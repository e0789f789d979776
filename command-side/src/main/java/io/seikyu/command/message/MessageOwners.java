package io.seikyu.command.message;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.message.Purpose;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who owns messages, by their purpose, and whether anybody may still be written to. */
public final class MessageOwners {
    private final Map<Purpose, MessageOwner> owners = new EnumMap<>(Purpose.class);

    private final Accounts accounts;

    public MessageOwners(List<MessageOwner> all, Accounts accounts) {
        this.accounts = accounts;
        all.forEach(owner -> owners.put(owner.purpose(), owner));
    }

    /** Whether nobody contacts its payer any more, whatever it is sent for. */
    public boolean contactStopped(MessageState message) {
        return accounts.find(new AccountId(message.clientId(), message.accountId()))
                .filter(CustomerAccount::contactStopped)
                .isPresent();
    }

    boolean want(MessageState message) {
        return !contactStopped(message) && of(message).wants(message);
    }

    MessageOwner of(MessageState message) {
        MessageOwner owner = owners.get(message.purpose());
        if (owner == null) {
            throw new IllegalStateException("nobody owns messages for " + message.purpose());
        }
        return owner;
    }
}
