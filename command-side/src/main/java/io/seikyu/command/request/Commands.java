package io.seikyu.command.request;

import io.seikyu.command.decision.Origin;
import io.seikyu.command.store.TargetOfCommand;
import io.seikyu.contract.Command;
import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.web.Headers;
import io.seikyu.web.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Takes commands of HTTP requests to where they are decided. A command and the answer to it are one commit. A race that
 * is only technical is decided anew; what the caller sees of conflicts is what it asked for by {@code If-Match}. A
 * request with an {@code Idempotency-Key} is decided once and answered as often as it comes, whichever process it
 * reaches: success and decided refusals alike, but not what was never decided (400, 401, 404, 412, 5xx).
 */
public final class Commands {
    private static final Set<Integer> DECIDED = Set.of(403, 409, 422);

    private final Execution execution;
    private final EventLog log;
    private final Answered answered;
    private final Replies replies;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Commands(Execution execution, EventLog log, Answered answered, Replies replies) {
        this.execution = execution;
        this.log = log;
        this.answered = answered;
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
        Sent<R> sent = new Sent<>(asked, tenant, command, reason, answer);
        return asked.idempotencyKey() == null ? decide(sent) : decideOnce(sent, Answered.keyOf(asked, tenant));
    }

    private <R> ResponseEntity<byte[]> decideOnce(Sent<R> sent, String key) {
        if (!running.add(key)) {
            throw new ProblemException(
                    409, "idempotency-in-progress", "The same request is being worked on; ask again in a moment.");
        }
        try {
            String digest = answered.digest(sent.asked());
            Optional<Answered.Found> before = answered.find(key);
            if (before.isPresent()) {
                return again(before.get(), digest);
            }
            return decideAndKeep(sent, key, digest);
        } finally {
            running.remove(key);
        }
    }

    private <R> ResponseEntity<byte[]> decideAndKeep(Sent<R> sent, String key, String digest) {
        try {
            try {
                return reply(sent, execution.<R>run(message(sent), answer -> keep(key, digest, sent, answer)));
            } catch (ProblemException refused) {
                if (DECIDED.contains(refused.status())) {
                    RequestAnswered kept = new RequestAnswered(
                            key, digest, refused.status(), null, replies.told(refused), null, false);
                    long position = execution.record(message(sent), kept, Answered.claim(key));
                    refused.withHeader(Headers.POSITION, "" + position);
                }
                throw refused;
            }
        } catch (KeyClaimedException elsewhere) {
            Answered.Found found = answered.find(key).orElseThrow(() -> elsewhere);
            return again(found, digest);
        }
    }

    private <R> ResponseEntity<byte[]> decide(Sent<R> sent) {
        return reply(
                sent,
                execution.<R>run(
                        message(sent),
                        result -> Execution.Outcome.of(sent.answer().apply(result))));
    }

    private <R> Execution.Outcome keep(String key, String digest, Sent<R> sent, R result) {
        Answer answer = sent.answer().apply(result);
        RequestAnswered kept = new RequestAnswered(
                key,
                digest,
                answer.status(),
                answer.location(),
                answer.secret() ? null : replies.json(answer.body()),
                null,
                answer.secret());
        return new Execution.Outcome(answer, kept, Answered.claim(key));
    }

    private ResponseEntity<byte[]> again(Answered.Found before, String digest) {
        if (!before.answer().digest().equals(digest)) {
            throw new ProblemException(
                    422, "idempotency-key-reused", "This Idempotency-Key came with another body before.");
        }
        return replies.again(before.answer(), before.commit());
    }

    private ResponseEntity<byte[]> reply(Sent<?> sent, Execution.Done done) {
        Answer answer = done.answer();
        String target = sent.command().target().toString();
        Long version = done.stored() == null ? null : Replies.version(done.stored(), target);
        if (version == null) {
            OptionalLong last = log.lastSequence(target);
            version = last.isPresent() ? last.getAsLong() : null;
        }
        long position = done.stored() == null ? log.head() : done.stored().lastPosition();
        return replies.reply(answer.status(), answer.location(), replies.json(answer.body()), position, version);
    }

    private Execution.Message message(Sent<?> sent) {
        Asked asked = sent.asked();
        Map<String, String> origin = new HashMap<>();
        origin.put(Origin.ACTOR, asked.caller().keyId());
        origin.put(Origin.TENANT, sent.tenant());
        origin.put(Origin.CORRELATION_ID, asked.correlationId());
        if (sent.reason() != null) {
            origin.put(Origin.REASON, sent.reason());
        }
        if (asked.ifMatch() != null || asked.exists()) {
            refuseOtherVersion(asked, sent.command());
        }
        if (asked.ifMatch() != null) {
            origin.put(TargetOfCommand.EXPECTED_VERSION, asked.ifMatch().toString());
        }
        return new Execution.Message(sent.command(), origin);
    }

    /** Also for what is yet to be made, which no repository would look for. */
    private void refuseOtherVersion(Asked asked, Command command) {
        long present = log.lastSequence(command.target().toString()).orElse(-1);
        if (present == -1 || asked.ifMatch() != null && asked.ifMatch() != present) {
            throw Problems.versionConflict(present);
        }
    }

    private record Sent<R>(
            Asked asked,
            String tenant,
            Command command,
            @Nullable String reason,
            Function<R, Answer> answer) {}
}
