package io.seikyu.projection;

import io.seikyu.projection.ViewCollection.Found;
import io.seikyu.web.Headers;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import io.seikyu.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers questions from one projection. Each answer says up to which position it reflects the log, and waits for the
 * one that was asked for.
 */
public final class Answers<V> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveProjection<V> projection;

    public Answers(LiveProjection<V> projection) {
        this.projection = projection;
    }

    /**
     * The one with this id.
     *
     * @throws ProblemException 404 when there is none in {@code scope}; 409 {@code client-required} when there are
     *                          several; 503 {@code not-caught-up}
     */
    public <T> ResponseEntity<T> one(TenantScope scope, String id, @Nullable Long atLeast, Function<V, T> answer) {
        return oneOr(scope, id, atLeast, () -> Optional.empty(), answer);
    }

    /** As {@link #one}; where there is none, {@code otherwise} stands in for it if it can. */
    public <T> ResponseEntity<T> oneOr(
            TenantScope scope,
            String id,
            @Nullable Long atLeast,
            Supplier<Optional<V>> otherwise,
            Function<V, T> answer) {
        long reflected = await(atLeast);
        Optional<Found<V>> found = theOne(scope, id);
        ResponseEntity.BodyBuilder ok = ResponseEntity.ok().header(Headers.POSITION, String.valueOf(reflected));
        if (found.isEmpty()) {
            return ok.body(answer.apply(otherwise.get().orElseThrow(() -> notFound(id))));
        }
        return ok.header(HttpHeaders.ETAG, Headers.etag(found.get().version()))
                .body(answer.apply(found.get().view()));
    }

    /**
     * The one with this id as it was: without an {@code ETag}, since no command can be about the past.
     *
     * @param answer of the client company that it is of; empty when it was not there yet
     * @throws ProblemException as {@link #one}
     */
    public <T> ResponseEntity<T> past(
            TenantScope scope, String id, @Nullable Long atLeast, Function<String, Optional<T>> answer) {
        return computed(
                atLeast,
                () -> theOne(scope, id)
                        .flatMap(found -> answer.apply(found.tenant()))
                        .orElseThrow(() -> notFound(id)));
    }

    /** What is not there yet may be in the log already: nobody is told that there is none before that is known. */
    private Optional<Found<V>> theOne(TenantScope scope, String id) {
        return present(scope, id).or(() -> {
            await(projection.head());
            return present(scope, id);
        });
    }

    private Optional<Found<V>> present(TenantScope scope, String id) {
        String type = projection.projection().streamType();
        List<Found<V>> found = projection.views().find(scope, type, id);
        if (found.size() > 1) {
            throw new ProblemException(
                    409,
                    "client-required",
                    "Several client companies have " + type + " '" + id
                            + "': name one by the header Seikyu-Client or ?clientId=.");
        }
        return found.stream().findFirst();
    }

    private ProblemException notFound(String id) {
        return ProblemException.notFound(projection.projection().streamType(), id);
    }

    /** Those that pass all {@code filters}, in the order of clients and ids. */
    public <T> ResponseEntity<Page<T>> page(
            TenantScope scope, List<Bson> filters, Paging paging, @Nullable Long atLeast, Function<V, T> answer) {
        return computed(atLeast, () -> {
            String after = paging.after().map(key -> key.get(0)).orElse(null);
            List<Found<V>> found = projection.views().list(scope, filters, after, paging.limit() + 1);
            Page<Found<V>> page = paging.page(found, last -> List.of(last.stream()));
            List<T> items = page.items().stream().map(Found::view).map(answer).toList();
            return new Page<>(items, page.next());
        });
    }

    /** Whatever {@code answer} makes of the views. */
    public <T> ResponseEntity<T> computed(@Nullable Long atLeast, Supplier<T> answer) {
        long reflected = await(atLeast);
        return ResponseEntity.ok()
                .header(Headers.POSITION, String.valueOf(reflected))
                .body(answer.get());
    }

    /** What the views reflect before they are read, so that the answer never claims more than it shows. */
    private long await(@Nullable Long atLeast) {
        if (atLeast != null && !projection.await(atLeast, PATIENCE)) {
            throw new ProblemException(
                            503,
                            "not-caught-up",
                            "The answer does not yet reflect position " + atLeast + "; ask again.")
                    .with("position", projection.position())
                    .withHeader("Retry-After", "1");
        }
        return projection.position();
    }
}
