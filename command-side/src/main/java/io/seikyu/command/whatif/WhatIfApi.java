package io.seikyu.command.whatif;

import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.replay.AgencyJobs;
import io.seikyu.command.replay.AgencyJobs.Begun;
import io.seikyu.command.request.Asked;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.web.access.Access;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets decisions of the past be taken again. */
@RestController
class WhatIfApi {
    private final AgencyJobs jobs;
    private final Map<PolicyKind, WhatIf> kinds;

    WhatIfApi(AgencyJobs jobs, Evaluating evaluating) {
        this.jobs = jobs;
        this.kinds = evaluating.kinds();
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
