package io.seikyu.command.request;

import io.seikyu.command.decision.Origin;
import io.seikyu.command.store.TargetOfCommand;
import io.seikyu.contract.Command;
import io.seikyu.eventlog.EventLog;
import io.seikyu.web.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Takes commands of HTTP requests to where they are decided. A command and the answer to it are one commit. A race that
 * is only technical is decided anew; what the caller sees of conflicts is what it asked for by {@code If-Match}. A
 * request with an {@code Idempotency-Key} is decided once, see {@link DecidedOnce}.
 */
public final class Commands {
    private final Execution execution;
    private final DecidedOnce once;
    private final EventLog log;
    private final Replies replies;

    Commands(Execution execution, DecidedOnce once, EventLog log, Replies replies) {
        this.execution = execution;
        this.once = once;
        this.log = log;
        this.replies = replies;
    }

    /**
     * @param tenant for whom it is
     * @param reason of the person who decided, or null
     * @param answer what the caller hears of the command's result
     * @throws ProblemException for every refusal
     */
    public <R> ResponseEntity<byte[]> send(
            Asked asked, String tenant, Command command, @Nullable String reason, Function<R, Answer> answer) {
        return sendPrepared(asked, tenant, () -> command, reason, answer);
    }

    /**
     * The same for a command that takes work to prepare: it is asked for only when the request was not answered before.
     */
    public <R> ResponseEntity<byte[]> sendPrepared(
            Asked asked,
            String tenant,
            Supplier<? extends Command> command,
            @Nullable String reason,
            Function<R, Answer> answer) {
        Supplier<Execution.Message> prepared = () -> message(asked, tenant, command.get(), reason);
        if (asked.idempotencyKey() != null) {
            return once.decide(asked, tenant, prepared, answer);
        }
        Execution.Message message = prepared.get();
        Execution.Done done = execution.<R>run(message, result -> Execution.Outcome.of(answer.apply(result)));
        return replies.first(done, message.command().target().toString());
    }

    private Execution.Message message(Asked asked, String tenant, Command command, @Nullable String reason) {
        Map<String, String> origin = new HashMap<>();
        origin.put(Origin.ACTOR, asked.caller().keyId());
        origin.put(Origin.TENANT, tenant);
        origin.put(Origin.CORRELATION_ID, asked.correlationId());
        if (reason != null) {
            origin.put(Origin.REASON, reason);
        }
        if (asked.ifMatch() != null || asked.exists()) {
            refuseOtherVersion(asked, command);
        }
        if (asked.ifMatch() != null) {
            origin.put(TargetOfCommand.EXPECTED_VERSION, asked.ifMatch().toString());
        }
        return new Execution.Message(command, origin);
    }

    /** Also for what is yet to be made, which no repository would look for. */
    private void refuseOtherVersion(Asked asked, Command command) {
        long present = log.lastSequence(command.target().toString()).orElse(-1);
        if (present == -1 || asked.ifMatch() != null && asked.ifMatch() != present) {
            throw Problems.versionConflict(present);
        }
    }
}
