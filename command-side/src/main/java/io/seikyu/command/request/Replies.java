package io.seikyu.command.request;

import io.seikyu.contract.access.AccessEvent.RequestAnswered;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.web.Headers;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.ProblemException;
import io.seikyu.web.reading.Shown;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers as they go out, the first time and again. */
final class Replies {
    /** How a text reads whose key is gone. */
    private static final String ERASED = "[erased]";

    private final JsonMapper mapper;
    private final EventLog log;

    Replies(JsonMapper mapper, EventLog log) {
        this.mapper = mapper;
        this.log = log;
    }

    /** @param target the stream of what the command was for */
    ResponseEntity<byte[]> first(Execution.Done done, String target) {
        Answer answer = done.answer();
        StoredCommit stored = done.stored();
        Long version = stored == null ? null : version(stored, target);
        if (version == null) {
            OptionalLong last = log.lastSequence(target);
            version = last.isPresent() ? last.getAsLong() : null;
        }
        long position = stored == null ? log.head() : stored.lastPosition();
        shows(answer.subject());
        return reply(answer.status(), answer.location(), json(answer.body()), position, version);
    }

    private static void shows(@Nullable String person) {
        if (person != null) {
            Shown.told(person);
        }
    }

    @Nullable
    String json(@Nullable Object body) {
        return body == null ? null : mapper.writeValueAsString(body);
    }

    private static ResponseEntity<byte[]> reply(
            int status, @Nullable String location, @Nullable String body, long position, @Nullable Long version) {
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(status).header(Headers.POSITION, "" + position);
        if (version != null) {
            reply.header(HttpHeaders.ETAG, Headers.etag(version));
        }
        if (location != null) {
            reply.location(URI.create(location));
        }
        return body == null
                ? reply.build()
                : reply.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The answer that was given before.
     *
     * @throws ProblemException when a refusal was the answer, or a secret that is not shown again
     */
    ResponseEntity<byte[]> again(RequestAnswered answer, StoredCommit commit) {
        if (answer.secret()) {
            throw new ProblemException(
                    409, "secret-already-shown", "The answer held a secret that is shown only once. Make another.");
        }
        if (ERASED.equals(answer.body())) {
            throw new ProblemException(
                    409, "personal-data-erased", "The answer told of a person of whom nothing is known any more.");
        }
        if (answer.status() >= 400) {
            Told told = mapper.readValue(answer.body(), Told.class);
            throw new ProblemException(answer.status(), told.code(), told.detail(), told.errors())
                    .withHeader(Headers.REPLAYED, "true")
                    .withHeader(Headers.POSITION, "" + commit.lastPosition());
        }
        shows(answer.subject());
        ResponseEntity<byte[]> reply =
                reply(answer.status(), answer.location(), answer.body(), commit.lastPosition(), version(commit));
        return ResponseEntity.status(reply.getStatusCode())
                .headers(reply.getHeaders())
                .header(Headers.REPLAYED, "true")
                .body(reply.getBody());
    }

    String told(ProblemException problem) {
        return mapper.writeValueAsString(new Told(problem.code(), problem.getMessage(), problem.faults()));
    }

    /** Of the stream the commit begins with, which is that of the command's target. */
    private static @Nullable Long version(StoredCommit commit) {
        return commit.commit().events().stream()
                .map(NewEvent::stream)
                .filter(Objects::nonNull)
                .findFirst()
                .map(stream -> version(commit, stream))
                .orElse(null);
    }

    private static @Nullable Long version(StoredCommit commit, String stream) {
        return commit.commit().events().stream()
                .filter(event -> stream.equals(event.stream()))
                .map(NewEvent::sequence)
                .max(Long::compare)
                .orElse(null);
    }

    /** What of a refusal has to be kept so that it can be told again. */
    record Told(String code, String detail, List<Fault> errors) {}
}
