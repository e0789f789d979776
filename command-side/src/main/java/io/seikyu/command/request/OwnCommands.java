package io.seikyu.command.request;

import io.seikyu.command.decision.Origin;
import io.seikyu.contract.Command;
import io.seikyu.web.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands that no request asked for to where they are decided: those of a process of this program that works
 * through what the log says is to be done. Each is a unit of work, and so a commit, of its own; a race that is only
 * technical is decided anew.
 */
public final class OwnCommands {
    private final Execution execution;

    OwnCommands(Execution execution) {
        this.execution = execution;
    }

    /**
     * @param actor         who stands in the events as having caused them: a key's id, or a name like {@code outbox}
     * @param correlationId of what began it, or null to begin anew
     * @return what the command's handler returned
     * @throws ProblemException for every refusal
     */
    @SuppressWarnings("unchecked") // the handler of a command is known to its sender
    public <R> R send(String tenant, String actor, @Nullable String correlationId, Command command) {
        Map<String, String> origin = new HashMap<>();
        origin.put(Origin.TENANT, tenant);
        origin.put(Origin.ACTOR, actor);
        if (correlationId != null) {
            origin.put(Origin.CORRELATION_ID, correlationId);
        }
        Execution.Done done = execution.run(
                new Execution.Message(command, origin), result -> Execution.Outcome.of(Answer.ok(result)));
        return (R) done.answer().body();
    }
}
