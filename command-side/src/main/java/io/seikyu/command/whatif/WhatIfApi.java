package io.seikyu.command.whatif;

import io.seikyu.command.job.Job;
import io.seikyu.command.job.JobState;
import io.seikyu.command.job.JobStatus;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.replay.AgencyJobs;
import io.seikyu.command.replay.AgencyJobs.Begun;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.body.Text;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets decisions of the past be taken again. What came of it case by case is asked where it is kept. */
@RestController
class WhatIfApi {
    private static final Set<String> KINDS = Set.of(Evaluating.KIND, Reproducing.KIND);

    private final AgencyJobs jobs;
    private final Map<PolicyKind, WhatIf> kinds;
    private final CachingRepository<Job, JobState> begun;
    private final CaseStore store;

    WhatIfApi(AgencyJobs jobs, Evaluating evaluating, CachingRepository<Job, JobState> begun, CaseStore store) {
        this.jobs = jobs;
        this.kinds = evaluating.kinds();
        this.begun = begun;
        this.store = store;
    }

    /**
     * Every decision of the log by its own policy's version and on its own inputs: whatever differs is a defect. The job's
     * result is {@code {through, decisions{<kind>{counted, reproduced, notReproducible}}, different, differences[]}}.
     */
    @PostMapping("/v1/what-if/reproduction")
    @Access(Role.AUDITOR)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Begun.class)))
    ResponseEntity<byte[]> reproduce(@RequestBody(required = false) @Nullable NothingToSay body, Asked asked) {
        return jobs.begin(asked, Reproducing.KIND, null, null);
    }

    /**
     * What another policy would have decided from {@code from} to {@code to} (business dates), against what was decided. A
     * faulty text is refused with all of its faults.
     */
    @PostMapping("/v1/what-if")
    @Access(Role.AUDITOR)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Begun.class)))
    ResponseEntity<byte[]> evaluate(@RequestBody WhatIfRequest body, Asked asked) {
        WhatIf kind = checked(body);
        kind.reading().refuseFaulty(body.policy(), "Nothing was tried.");
        Map<String, String> input = Map.of(
                Evaluating.POLICY,
                body.policy(),
                Evaluating.FROM,
                body.from().toString(),
                Evaluating.TO,
                body.to().toString());
        return jobs.begin(asked, Evaluating.KIND, kind.reading().kind().path(), null, input);
    }

    /**
     * Every case of such a job in its order; of a reproduction each decision that came out otherwise. They are for whoever
     * may see the job's result, when it has ended, and for 30 days.
     */
    @GetMapping("/v1/what-if/{id}/cases")
    @AnyRole
    Page<Map<String, Object>> cases(
            @PathVariable("id") String id,
            @RequestParam(required = false) @Nullable String clientId,
            Tenancy tenancy,
            Paging paging) {
        refuseUnlessEnded(id, tenancy.scope(clientId));
        long after = paging.after().map(key -> Long.parseLong(key.get(0))).orElse(0L);
        List<Map<String, Object>> found = store.find(id, after, paging.limit() + 1)
                .orElseThrow(() -> new ProblemException(
                        410, "cases-gone", "The cases of this job are not kept any more: ask the same again."));
        return paging.page(found, last -> List.of(last.get(Cases.NUMBER).toString()));
    }

    private void refuseUnlessEnded(String id, TenantScope scope) {
        JobId job = new JobId(Ids.AGENCY, PathIds.checked("job", id));
        JobStatus status = Optional.of(job)
                .filter(wanted -> scope.allows(wanted.tenant()))
                .flatMap(wanted -> begun.find(wanted.toString()))
                .map(Job::state)
                .filter(state -> KINDS.contains(state.kind()))
                .map(JobState::status)
                .orElseThrow(() -> ProblemException.notFound("job", id));
        if (!status.hasEnded()) {
            throw new ProblemException(409, "job-not-ended", "Its cases can be asked for when it is done.");
        }
    }

    private WhatIf checked(WhatIfRequest body) {
        List<Fault> faults = new ArrayList<>();
        WhatIf kind = PolicyKind.of(body.kind()).map(kinds::get).orElse(null);
        if (kind == null) {
            String known = kinds.keySet().stream().map(PolicyKind::path).collect(Collectors.joining(", "));
            faults.add(new Fault("/kind", "invalid", "must be one of " + known));
        }
        if (body.policy().getBytes(StandardCharsets.UTF_8).length > PolicyReading.LARGEST) {
            faults.add(new Fault("/policy", "too-long", "must have at most " + PolicyReading.LARGEST + " bytes"));
        }
        if (body.to().isBefore(body.from())) {
            faults.add(new Fault("/to", "invalid", "must not be before from"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return kind;
    }

    /** @param kind review, credit or dunning */
    record WhatIfRequest(
            String kind,
            @Text(max = PolicyReading.LARGEST, lines = true) String policy,
            LocalDate from,
            LocalDate to) {}

    record NothingToSay() {}
}
