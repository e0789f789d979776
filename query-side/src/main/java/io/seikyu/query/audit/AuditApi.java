package io.seikyu.query.audit;

import io.seikyu.contract.access.Role;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.proof.Checkpoint;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.projection.Projections;
import io.seikyu.web.Headers;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.event.EventReader;
import io.seikyu.web.event.PublishedEvent;
import io.seikyu.web.event.Visibility;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import io.seikyu.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log itself, for those who check. These answers are never behind: they are read from the log and not from views. */
@RestController
@RequestMapping("/v1/audit")
class AuditApi {
    private final EventLog log;
    private final LogScan scan;
    private final StoryTeller teller;
    private final StreamNames names;
    private final Checkpoints checkpoints;

    AuditApi(EventLog log, EventCodec codec, Projections projections, Checkpoints checkpoints) {
        this.log = log;
        this.scan = new LogScan(log, new EventReader(codec));
        this.teller = new StoryTeller(log, codec, projections);
        this.names = new StreamNames(log, projections);
        this.checkpoints = checkpoints;
    }

    /** The events themselves, in the order of the log. */
    @Access({Role.AUDITOR, Role.CLIENT, Role.INTEGRATION})
    @GetMapping("/events")
    ResponseEntity<Page<PublishedEvent>> events(
            @ParameterObject EventQuestion question, Caller caller, Tenancy tenancy) {
        Visibility visibility = Visibility.of(caller, tenancy, question.tenant());
        long head = log.head();
        return ResponseEntity.ok()
                .header(Headers.POSITION, String.valueOf(head))
                .body(scan.page(question, visibility, limit(question.limit())));
    }

    /**
     * One thing's whole story, with the difference each event made.
     *
     * @param id {@code invoice/inv-1} or, with its client, {@code acme/invoice/inv-1}
     */
    @Access({Role.AUDITOR, Role.CLIENT, Role.INTEGRATION})
    @GetMapping("/streams/{*id}")
    ResponseEntity<Story> story(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            Tenancy tenancy) {
        StreamNames.Found found = names.find(id.substring(1), caller, tenancy, clientId);
        return ResponseEntity.ok()
                .header(Headers.POSITION, String.valueOf(log.head()))
                .body(teller.tell(found.stream(), found.projection(), found.visibility(), after, limit(limit)));
    }

    /** Signed statements on the log, the latest first; they are worth keeping elsewhere. Those of this process. */
    @Access(Role.AUDITOR)
    @GetMapping("/checkpoints")
    Page<Checkpoint> checkpoints(@RequestParam(required = false) @Nullable Integer limit) {
        List<Checkpoint> latest = new ArrayList<>(checkpoints.all());
        Collections.reverse(latest);
        return new Page<>(latest.subList(0, Math.min(latest.size(), limit(limit))), null);
    }

    private static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return Paging.DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > Paging.HIGHEST_LIMIT) {
            throw new ProblemException(
                    400, "malformed-parameter", "limit must be a number from 1 to " + Paging.HIGHEST_LIMIT + ".");
        }
        return asked;
    }
}
