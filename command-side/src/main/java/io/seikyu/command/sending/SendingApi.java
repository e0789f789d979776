package io.seikyu.command.sending;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.SwitchId;
import io.seikyu.contract.sending.SendingCommand.ResumeSending;
import io.seikyu.contract.sending.SendingCommand.StopSending;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.body.IdText;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stops and resumes all sending (送付の停止・再開): of one client company, or, by an administrator whose key is limited to
 * none, of the agency as a whole.
 */
@RestController
class SendingApi {
    private final Commands commands;
    private final Clock businessClock;

    SendingApi(Commands commands, Clock businessClock) {
        this.commands = commands;
        this.businessClock = businessClock;
    }

    @PostMapping("/v1/sending/stop")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> stop(@RequestBody StopRequest body, Tenancy tenancy, Asked asked) {
        SwitchId target = target(body.clientId(), tenancy, asked);
        return commands.send(
                asked,
                target.tenant(),
                new StopSending(target, body.reason()),
                body.reason(),
                done -> Answer.nothing());
    }

    @PostMapping("/v1/sending/resume")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> resume(@RequestBody ResumeRequest body, Tenancy tenancy, Asked asked) {
        SwitchId target = target(body.clientId(), tenancy, asked);
        return commands.send(
                asked,
                target.tenant(),
                new ResumeSending(target, body.reason(), body.sentUpTo(), businessClock.instant()),
                body.reason(),
                done -> Answer.nothing());
    }

    private static SwitchId target(@Nullable String clientId, Tenancy tenancy, Asked asked) {
        TenantScope scope = tenancy.scope(clientId);
        if (scope.ids().isPresent()) {
            return new SwitchId(scope.single().orElseGet(tenancy::tenant));
        }
        if (!asked.caller().hasAny()) {
            throw new ProblemException(
                    403, "forbidden", "Sending as a whole is an administrator's: name a client company by clientId.");
        }
        return new SwitchId(Ids.AGENCY);
    }

    record StopRequest(@Nullable @IdText String clientId, String reason) {}

    /**
     * @param sentUpTo only to confirm an instance that was restored or copied: up to when messages had gone out. What
     *                 was to be sent by then is not sent but shown in doubt
     */
    record ResumeRequest(
            @Nullable @IdText String clientId,
            String reason,
            @Nullable Instant sentUpTo) {}
}
