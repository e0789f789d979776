package io.seikyu.command.replay;

import io.seikyu.command.replay.AgencyJobs.Begun;
import io.seikyu.command.request.Asked;
import io.seikyu.projection.Rebuilds;
import io.seikyu.projection.Rebuilds.Mode;
import io.seikyu.web.access.Access;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets derived things be made again from the log: views, lists of open work, sagas. */
@RestController
class RebuildApi {
    private final AgencyJobs jobs;
    private final Rebuilds rebuilds;

    RebuildApi(AgencyJobs jobs, Rebuilds rebuilds) {
        this.jobs = jobs;
        this.rebuilds = rebuilds;
    }

    /**
     * Side by side nobody notices before the new one takes over; its result tells in counts and sums how the two compare.
     * In place the view is empty at first, and says by its position how far it is.
     */
    @PostMapping("/v1/projections/{name}/rebuild")
    @Access({})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Begun.class)))
    ResponseEntity<byte[]> rebuild(@PathVariable("name") String name, @RequestBody RebuildRequest body, Asked asked) {
        Set<Mode> modes = rebuilds.modes(name);
        if (modes.isEmpty()) {
            throw ProblemException.notFound("projection", name);
        }
        if (!modes.contains(body.mode())) {
            throw new InvalidInputException(
                    List.of(new Fault("/mode", "invalid", "of '" + name + "' can be IN_PLACE only")));
        }
        return jobs.begin(asked, Rebuilding.KIND, name, body.mode().name());
    }

    record RebuildRequest(Mode mode) {}
}
