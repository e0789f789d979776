package io.seikyu.command.request;

import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.web.Headers;
import io.seikyu.web.problem.ProblemException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * Requests with an {@code Idempotency-Key}: decided once and answered as often as they come, whichever process they
 * reach. That holds for successes and for decided refusals, not for what was never decided (400, 401, 404, 412, 5xx).
 */
final class DecidedOnce {
    private static final Set<Integer> DECIDED = Set.of(403, 409, 422);

    private final Execution execution;
    private final Answered answered;
    private final Replies replies;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    DecidedOnce(Execution execution, Answered answered, Replies replies) {
        this.execution = execution;
        this.answered = answered;
        this.replies = replies;
    }

    <R> ResponseEntity<byte[]> decide(
            Asked asked, String tenant, Supplier<Execution.Message> message, Function<R, Answer> answer) {
        String key = Answered.keyOf(asked, tenant);
        if (!running.add(key)) {
            throw new ProblemException(
                    409, "idempotency-in-progress", "The same request is being worked on; ask again in a moment.");
        }
        try {
            Stamp stamp = new Stamp(key, answered.digest(asked));
            return answered.find(key)
                    .map(before -> again(before, stamp))
                    .orElseGet(() -> decideAndKeep(stamp, message.get(), answer));
        } finally {
            running.remove(key);
        }
    }

    private <R> ResponseEntity<byte[]> decideAndKeep(
            Stamp stamp, Execution.Message message, Function<R, Answer> answer) {
        try {
            Execution.Done done = execution.<R>run(message, result -> keep(stamp, answer.apply(result)));
            return replies.first(done, message.command().target().toString());
        } catch (KeyClaimedException elsewhere) {
            return again(answered.find(stamp.key()).orElseThrow(() -> elsewhere), stamp);
        } catch (ProblemException refused) {
            return DECIDED.contains(refused.status()) ? keepRefusal(stamp, message, refused) : raise(refused);
        }
    }

    private ResponseEntity<byte[]> keepRefusal(Stamp stamp, Execution.Message message, ProblemException refused) {
        RequestAnswered kept = new RequestAnswered(
                stamp.key(), stamp.digest(), refused.status(), null, replies.told(refused), null, false);
        try {
            long position = execution.record(message, kept, Answered.claim(stamp.key()));
            return raise(refused.withHeader(Headers.POSITION, "" + position));
        } catch (KeyClaimedException elsewhere) {
            return again(answered.find(stamp.key()).orElseThrow(() -> elsewhere), stamp);
        }
    }

    private Execution.Outcome keep(Stamp stamp, Answer answer) {
        String body = answer.secret() ? null : replies.json(answer.body());
        RequestAnswered kept = new RequestAnswered(
                stamp.key(),
                stamp.digest(),
                answer.status(),
                answer.location(),
                body,
                body == null ? null : answer.subject(),
                answer.secret());
        return new Execution.Outcome(answer, kept, Answered.claim(stamp.key()));
    }

    private ResponseEntity<byte[]> again(Answered.Found before, Stamp stamp) {
        if (!before.answer().digest().equals(stamp.digest())) {
            throw new ProblemException(
                    422, "idempotency-key-reused", "This Idempotency-Key came with another body before.");
        }
        return replies.again(before.answer(), before.commit());
    }

    private static ResponseEntity<byte[]> raise(ProblemException refused) {
        throw refused;
    }

    /** @param digest of the body, keyed */
    private record Stamp(String key, String digest) {}
}
