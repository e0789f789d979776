package io.seikyu.command.clock;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.schedule.Agenda;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ClockId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.schedule.ClockCommand.LetTimePass;
import io.seikyu.web.access.Access;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The business clock of a sandbox: shown, and moved forward through everything that falls due on the way. */
@RestController
class SandboxClockApi {
    private final Commands commands;
    private final TimeMachine machine;
    private final Agenda agenda;
    private final Clock businessClock;
    private final boolean sandbox;

    SandboxClockApi(
            Commands commands,
            TimeMachine machine,
            Agenda agenda,
            Clock businessClock,
            @Value("${seikyu.sandbox:false}") boolean sandbox) {
        this.commands = commands;
        this.machine = machine;
        this.agenda = agenda;
        this.businessClock = businessClock;
        this.sandbox = sandbox;
    }

    @GetMapping("/v1/sandbox/clock")
    @Access({Role.OPERATOR, Role.AUDITOR, Role.ANALYST})
    ClockShown show() {
        refuseOutside();
        return new ClockShown(businessClock.instant(), agenda.nextDue().orElse(null));
    }

    /**
     * Answers when everything due in between has happened, which may take minutes. The clock goes on from there by
     * itself. It is the agency's as a whole, so it is an administrator's to move whose key is limited to nobody.
     */
    @PostMapping("/v1/sandbox/clock")
    @Access({})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClockReached.class)))
    ResponseEntity<byte[]> move(@RequestBody MoveRequest body, Asked asked) {
        refuseOutside();
        if (asked.caller().scope().ids().isPresent()) {
            throw new ProblemException(403, "forbidden", "The clock is moved for every client company at once.");
        }
        if ((body.set() == null) == (body.advance() == null)) {
            throw new ProblemException(422, "set-or-advance", "Say either set, an instant, or advance, such as P3D.");
        }
        ResponseEntity<byte[]> answer = commands.<Instant>sendPrepared(
                asked,
                Ids.AGENCY,
                () -> {
                    Instant now = businessClock.instant();
                    return new LetTimePass(
                            new ClockId(),
                            body.set() != null
                                    ? body.set()
                                    : Span.of(body.advance()).after(now),
                            now);
                },
                null,
                until -> Answer.ok(new ClockReached(until)));
        machine.pass();
        return answer;
    }

    private void refuseOutside() {
        if (!sandbox) {
            throw new ProblemException(
                    409, "not-in-sandbox", "Only a sandbox has a clock to move: one started with SEIKYU_SANDBOX=true.");
        }
    }

    /** @param advance ISO 8601; days and what is longer are those of the calendar in Japan */
    record MoveRequest(
            @Nullable Instant set,

            @Nullable
            @Text(pattern = Span.FORM, says = "must be a span of time such as \"P3D\", \"P1Y2M\" or \"PT36H\"")
            String advance) {}

    /**
     * @param now     business time
     * @param nextDue when the next thing falls due, or null
     */
    record ClockShown(Instant now, @Nullable Instant nextDue) {}

    /** @param until everything due up to then has happened */
    record ClockReached(Instant until) {}
}
