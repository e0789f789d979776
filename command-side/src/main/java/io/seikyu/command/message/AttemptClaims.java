package io.seikyu.command.message;

import io.seikyu.contract.id.MessageId;

/** Attempts as claimed keys of the log: whatever goes wrong above it, no attempt begins twice. */
public interface AttemptClaims {
    void claim(MessageId message, int attempt);
}
