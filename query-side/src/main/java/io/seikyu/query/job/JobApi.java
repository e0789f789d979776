package io.seikyu.query.job;

import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.projection.Answers;
import io.seikyu.projection.Projections;
import io.seikyu.projection.ViewCollection;
import io.seikyu.query.job.JobRows.Found;
import io.seikyu.query.job.JobRows.Place;
import io.seikyu.query.job.JobView.Status;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about work that takes a while. */
@RestController
@RequestMapping("/v1/jobs")
class JobApi {
    private final Answers<JobView> answers;
    private final JobRows rows;

    JobApi(Projections projections, EventLog log, EventCodec codec) {
        this.answers = new Answers<>(projections.of(JobProjection.class));
        this.rows = new JobRows(log, codec);
    }

    /** How far it is, and how long it will take. */
    @AnyRole
    @GetMapping("/{id}")
    ResponseEntity<JobAnswer> find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy) {
        return answers.one(tenancy.scope(clientId), id, atLeast, JobAnswer::of);
    }

    /** Those that the key may see. */
    @AnyRole
    @GetMapping
    ResponseEntity<Page<JobAnswer>> list(
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        return answers.page(
                tenancy.scope(clientId),
                status == null
                        ? List.of()
                        : List.of(new Document(ViewCollection.search(JobProjection.STATUS), status.name())),
                paging,
                atLeast,
                JobAnswer::of);
    }

    /**
     * What became of each row that is decided, in the order of the file.
     *
     * @param outcome of those wanted, e.g. {@code INVALID}; absent for all
     */
    @AnyRole
    @GetMapping("/{id}/rows")
    ResponseEntity<Page<RowOutcome>> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(required = false) @Nullable Long atLeast,
            Tenancy tenancy,
            Paging paging) {
        Place from = paging.after().map(Place::of).orElse(Place.beginning());
        return answers.one(tenancy.scope(clientId), id, atLeast, view -> {
            List<Found> found = rows.find(new JobId(view.clientId(), view.jobId()), from, outcome, paging.limit() + 1);
            Page<Found> page = paging.page(found, last -> last.place().key());
            return new Page<>(page.items().stream().map(Found::row).toList(), page.next());
        });
    }
}
