package io.seikyu.command.request;

import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import java.util.Optional;
import java.util.OptionalLong;

/** The answers that were given to requests with an idempotency key; they stand in the log beside what they did. */
final class Answered {
    /** Whose key digests are made with: nobody's data, but kept where keys are kept, apart from the log. */
    private static final String DIGESTS = "agency/digests/requests";

    private static final String TYPE = "request.answered";

    private final EventLog log;
    private final EventCodec codec;
    private final SubjectKeys keys;

    Answered(EventLog log, EventCodec codec, SubjectKeys keys) {
        this.log = log;
        this.codec = codec;
        this.keys = keys;
    }

    /** What names this request for ever. */
    static String keyOf(Asked asked, String tenant) {
        return Digests.of(asked.caller().keyId(), tenant, asked.route(), String.valueOf(asked.idempotencyKey()));
    }

    /** What the commit of its answer claims. */
    static String claim(String key) {
        return "idempotency/" + key;
    }

    String digest(Asked asked) {
        return Digests.keyed(keys.findOrCreate(DIGESTS), asked.digest());
    }

    Optional<Found> find(String key) {
        OptionalLong position = log.holderOf(claim(key));
        if (position.isEmpty()) {
            return Optional.empty();
        }
        StoredCommit commit = log.read(position.getAsLong(), 1).get(0);
        return commit.commit().events().stream()
                .filter(event -> event.type().equals(TYPE))
                .map(this::decode)
                .filter(answer -> answer.key().equals(key))
                .findFirst()
                .map(answer -> new Found(answer, commit));
    }

    private RequestAnswered decode(NewEvent event) {
        return (RequestAnswered) codec.decode(event.type(), event.revision(), event.payload());
    }

    record Found(RequestAnswered answer, StoredCommit commit) {}
}
