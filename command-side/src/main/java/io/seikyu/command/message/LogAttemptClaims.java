package io.seikyu.command.message;

import io.seikyu.contract.id.MessageId;
import io.seikyu.eventlog.axon.CommitScope;

/** Claims of the running unit of work's commit. */
public final class LogAttemptClaims implements AttemptClaims {
    @Override
    public void claim(MessageId message, int attempt) {
        CommitScope.claim("message/" + message.tenant() + "/" + message.value() + "/attempt/" + attempt);
    }
}
