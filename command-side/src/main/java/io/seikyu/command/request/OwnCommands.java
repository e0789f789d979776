package io.seikyu.command.request;

import io.seikyu.command.decision.Origin;
import io.seikyu.contract.Command;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.CommitScope;
import io.seikyu.web.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands that no request asked for to where they are decided: those of a process of this program that works
 * through what the log says is to be done. Each is a unit of work, and so a commit, of its own; a race that is only
 * technical is decided anew.
 */
public final class OwnCommands {
    private final Execution execution;
    private final EventLog log;

    OwnCommands(Execution execution, EventLog log) {
        this.execution = execution;
        this.log = log;
    }

    /**
     * @param actor         who stands in the events as having caused them: a key's id, or a name like {@code outbox}
     * @param correlationId of what began it, or null to begin anew
     * @return what the command's handler returned
     * @throws ProblemException for every refusal
     */
    public <R> R send(String tenant, String actor, @Nullable String correlationId, Command command) {
        return this.<R>run(tenant, actor, correlationId, command, result -> {});
    }

    /**
     * The same, once: of all commands under one key, from whatever process, one becomes a commit. A command that finds
     * nothing to do leaves nothing behind, and may be sent again.
     *
     * @param key          names what is worked, e.g. a row of a job
     * @param beforeCommit looks at what the command did, and may still refuse it by throwing
     * @throws KeyClaimedException when it was done before: {@link #done} tells how
     */
    public <R> R sendOnce(
            String key,
            String tenant,
            String actor,
            @Nullable String correlationId,
            Command command,
            Consumer<R> beforeCommit) {
        return this.<R>run(tenant, actor, correlationId, command, result -> {
            CommitScope.claimIfStored(Answered.claim(key));
            beforeCommit.accept(result);
        });
    }

    /** What was done under this key. */
    public Optional<StoredCommit> done(String key) {
        OptionalLong position = log.holderOf(Answered.claim(key));
        return position.isEmpty()
                ? Optional.empty()
                : Optional.of(log.read(position.getAsLong(), 1).get(0));
    }

    @SuppressWarnings("unchecked") // the handler of a command is known to its sender
    private <R> R run(
            String tenant, String actor, @Nullable String correlationId, Command command, Consumer<R> beforeCommit) {
        Map<String, String> origin = new HashMap<>();
        origin.put(Origin.TENANT, tenant);
        origin.put(Origin.ACTOR, actor);
        if (correlationId != null) {
            origin.put(Origin.CORRELATION_ID, correlationId);
        }
        Execution.Done done = execution.<R>run(new Execution.Message(command, origin), result -> {
            beforeCommit.accept(result);
            return Execution.Outcome.of(Answer.ok(result));
        });
        return (R) done.answer().body();
    }
}
