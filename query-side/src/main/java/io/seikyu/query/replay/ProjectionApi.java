package io.seikyu.query.replay;

import io.seikyu.contract.access.Role;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Derived;
import io.seikyu.projection.Derived.Rebuilding;
import io.seikyu.projection.Derived.State;
import io.seikyu.projection.ParkedEverywhere;
import io.seikyu.projection.ParkedEverywhere.Letter;
import io.seikyu.projection.ParkedSequences.Parked;
import io.seikyu.projection.Projections;
import io.seikyu.web.Headers;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.paging.Page;
import io.seikyu.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The views themselves: how far each has read the log, and which things in them wait because an event cannot be applied. */
@RestController
class ProjectionApi {
    private final EventLog log;
    private final Projections projections;
    private final List<Derived> derived;

    /** @param derived the projections, and what else is made of the log in this process */
    ProjectionApi(EventLog log, Projections projections, List<Derived> derived) {
        this.log = log;
        this.projections = projections;
        this.derived = derived;
    }

    /**
     * Every view, list of open work and kind of saga with its position, how many events it is behind, how many things in it
     * wait, and how it is.
     */
    @Access({Role.OPERATOR, Role.AUDITOR, Role.ANALYST})
    @GetMapping("/v1/projections")
    ResponseEntity<Page<Row>> list() {
        long head = log.head();
        List<Row> rows = derived.stream()
                .flatMap(each -> each.states().stream())
                .map(state -> Row.of(state, head))
                .toList();
        return ResponseEntity.ok()
                .header(Headers.POSITION, String.valueOf(head))
                .body(new Page<>(rows, null));
    }

    /** What waits in views and in lists of open work, of the client companies that the key may see. */
    @Access({Role.OPERATOR, Role.AUDITOR, Role.ANALYST})
    @GetMapping("/v1/dead-letters")
    Page<DeadLetter> deadLetters(Tenancy tenancy) {
        TenantScope scope = tenancy.scope();
        return new Page<>(
                projections.parkedEverywhere().all().stream()
                        .map(DeadLetter::of)
                        .filter(letter -> scope.allows(letter.tenant()))
                        .toList(),
                null);
    }

    /** Tries it again, with all that waits behind it; {@code 409 still-parked} when it still cannot be applied. */
    @Access({})
    @PostMapping("/v1/dead-letters/{id}/retry")
    DeadLetter retry(@PathVariable String id) {
        ParkedEverywhere parked = projections.parkedEverywhere();
        Letter letter = parked.find(id).orElseThrow(() -> ProblemException.notFound("dead-letter", id));
        Optional<Letter> left = parked.retry(letter);
        if (left.isPresent()) {
            throw new ProblemException(
                    409,
                    "still-parked",
                    "The event at position " + left.get().parked().from() + " still cannot be applied ("
                            + left.get().parked().cause() + "); the program's log says more.");
        }
        return DeadLetter.of(letter);
    }

    /**
     * @param position    everything up to it is in the view or waits
     * @param behind      events
     * @param deadLetters things that wait
     * @param rebuilding  by which job it is made again just now, and how far that is; absent when it is not
     */
    record Row(
            String name,
            int revision,
            long position,
            long behind,
            int deadLetters,
            Health health,
            @Nullable Rebuilding rebuilding) {
        static Row of(State state, long head) {
            long behind = Math.max(0, head - state.position());
            return new Row(
                    state.name(),
                    state.revision(),
                    state.position(),
                    behind,
                    state.waiting(),
                    Health.of(state, behind),
                    state.rebuilding());
        }
    }

    /** The worst that can be said of it. */
    enum Health {
        OK,
        /** By more than a moment's events: it is being made, or has much to do. */
        BEHIND,
        /** Things in it wait until somebody helps; all others go on. */
        WAITING,
        /** It could not go on, and tries again. */
        FAILING;

        private static final long A_MOMENT = 1_000;

        static Health of(State state, long behind) {
            if (state.failing()) {
                return FAILING;
            }
            if (state.waiting() > 0) {
                return WAITING;
            }
            return behind > A_MOMENT ? BEHIND : OK;
        }
    }

    /**
     * One thing of which nothing is applied any more.
     *
     * @param stream of the thing
     * @param from   position of the event that cannot be applied
     * @param last   position of the last event that waits behind it
     * @param cause  the fault's kind
     */
    record DeadLetter(
            String id,
            String projection,
            String stream,
            long from,
            long last,
            String eventId,
            String cause,
            Instant parkedAt) {
        static DeadLetter of(Letter letter) {
            Parked parked = letter.parked();
            return new DeadLetter(
                    letter.id(),
                    letter.projection(),
                    parked.sequence(),
                    parked.from(),
                    parked.last(),
                    parked.eventId(),
                    parked.cause(),
                    parked.parkedAt());
        }

        private String tenant() {
            return stream.substring(0, stream.indexOf('/'));
        }
    }
}
