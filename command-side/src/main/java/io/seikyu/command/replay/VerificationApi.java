package io.seikyu.command.replay;

import io.seikyu.command.replay.AgencyJobs.Begun;
import io.seikyu.command.replay.AgencyJobs.NothingToSay;
import io.seikyu.command.request.Asked;
import io.seikyu.contract.access.Role;
import io.seikyu.web.access.Access;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets the hash chain be checked, and copied, while the program runs. */
@RestController
class VerificationApi {
    private final AgencyJobs jobs;

    VerificationApi(AgencyJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * From the first commit to the head: every hash, positions and streams without gaps, times that do not go back, the
     * indexes, the checkpoints. The job's result is {@code {valid, firstFault?, through, vouchedThrough}}.
     */
    @PostMapping("/v1/audit/verifications")
    @Access(Role.AUDITOR)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Begun.class)))
    ResponseEntity<byte[]> verify(@RequestBody(required = false) @Nullable NothingToSay body, Asked asked) {
        return jobs.begin(asked, Verifying.KIND, null, null);
    }

    /**
     * Log and checkpoints, into {@code backups/<jobId>} of the data directory of the process that works the job; {@code
     * seikyu restore} takes them from there. The keys of persons' data are not in it.
     */
    @PostMapping("/v1/backups")
    @Access({})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Begun.class)))
    ResponseEntity<byte[]> backUp(@RequestBody(required = false) @Nullable NothingToSay body, Asked asked) {
        return jobs.begin(asked, BackingUp.KIND, null, null);
    }
}
