package io.seikyu.command.replay;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.contract.deadletter.DeadLetterCommand.DiscardDeadLetter;
import io.seikyu.contract.id.DeadLettersId;
import io.seikyu.contract.id.Ids;
import io.seikyu.projection.ParkedEverywhere;
import io.seikyu.web.access.Access;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets views do without events that they cannot digest. */
@RestController
class DeadLetterApi {
    private final Commands commands;
    private final ParkedEverywhere parked;

    DeadLetterApi(Commands commands, ParkedEverywhere parked) {
        this.commands = commands;
        this.parked = parked;
    }

    /**
     * The view does without this event, today and in every rebuild; what waits behind it is applied a moment later, up to
     * the next that cannot be. It stays in the log.
     */
    @PostMapping("/v1/dead-letters/{id}/discard")
    @Access({})
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> discard(@PathVariable("id") String id, @RequestBody DiscardRequest body, Asked asked) {
        ParkedEverywhere.Letter letter =
                parked.find(id).orElseThrow(() -> ProblemException.notFound("dead-letter", id));
        DiscardDeadLetter command = new DiscardDeadLetter(
                new DeadLettersId(),
                letter.projection(),
                letter.parked().eventId(),
                letter.stream(),
                letter.parked().from(),
                body.reason());
        return commands.send(asked, Ids.AGENCY, command, body.reason(), done -> Answer.nothing());
    }

    record DiscardRequest(String reason) {}
}
