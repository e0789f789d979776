package io.seikyu.query.audit;

import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Projections;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.event.Visibility;
import io.seikyu.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the stream that somebody means. */
final class StreamNames {
    private final EventLog log;
    private final Projections projections;

    StreamNames(EventLog log, Projections projections) {
        this.log = log;
        this.projections = projections;
    }

    /**
     * @param named {@code type/id} or {@code tenant/type/id}
     * @throws ProblemException 404 when there is none that the caller may see; 409 {@code client-required} when there
     *                          are several
     */
    Found find(String named, Caller caller, Tenancy tenancy, @Nullable String clientId) {
        String[] parts = named.split("/", -1);
        String stream = switch (parts.length) {
            case 2 -> stream(named, parts[0], parts[1], tenancy.scope(clientId));
            case 3 -> named;
            default -> throw ProblemException.notFound("stream", named);
        };
        String tenant = stream.substring(0, stream.indexOf('/'));
        String type = parts[parts.length - 2];
        // whoever names a foreign tenant learns no more than whoever names none that exists
        Visibility visibility = parts.length == 3 && caller.scope().allows(tenant)
                ? Visibility.of(caller, tenancy, tenant)
                : Visibility.of(caller, tenancy, clientId);
        if (!visibility.shows(tenant, type, stream) || log.lastSequence(stream).isEmpty()) {
            throw ProblemException.notFound("stream", named);
        }
        return new Found(
                stream, projection(type).map(LiveProjection::projection).orElse(null), visibility);
    }

    private String stream(String named, String type, String id, TenantScope scope) {
        if (scope.single().isPresent()) {
            return scope.single().get() + "/" + named;
        }
        List<String> streams = projection(type)
                .map(projection -> projection.views().find(scope, type, id).stream()
                        .map(found -> found.stream())
                        .toList())
                .orElse(List.of());
        if (streams.size() > 1) {
            throw new ProblemException(
                    409,
                    "client-required",
                    "Several client companies have " + named
                            + ": name one by the header Seikyu-Client, ?clientId= or as client/" + named + ".");
        }
        return streams.stream().findFirst().orElseThrow(() -> ProblemException.notFound("stream", named));
    }

    private Optional<LiveProjection<?>> projection(String type) {
        return projections.all().stream()
                .filter(live -> live.projection().streamType().equals(type))
                .findFirst();
    }

    /** @param projection null when no view tells of this kind of stream */
    record Found(String stream, @Nullable Projection<?> projection, Visibility visibility) {}
}
