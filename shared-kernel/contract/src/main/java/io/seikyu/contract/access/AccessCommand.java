package io.seikyu.contract.access;

import io.seikyu.contract.Command;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of the ring of API keys. */
public sealed interface AccessCommand extends Command {
    @Override
    default String target() {
        return AccessEvent.STREAM;
    }

    /** {@code hash} is that of the key; the key itself never enters a command. */
    record IssueApiKey(
            String keyId, String hash, List<Role> roles, String clientId, List<String> grants, LocalDate expiresOn)
            implements AccessCommand {}

    record RevokeApiKey(String keyId, String reason) implements AccessCommand {}
}
