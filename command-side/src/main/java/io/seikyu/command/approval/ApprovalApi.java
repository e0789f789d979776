package io.seikyu.command.approval;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.approval.ApprovalCommand;
import io.seikyu.contract.approval.ApprovalCommand.DecideApproval;
import io.seikyu.contract.approval.ApprovalCommand.ExpireApproval;
import io.seikyu.contract.approval.ApprovalCommand.WithdrawApproval;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people decide about what waits for them (承認). */
@RestController
class ApprovalApi {
    private final Commands commands;
    private final OwnCommands own;
    private final BusinessDay day;

    ApprovalApi(Commands commands, OwnCommands own, BusinessDay day) {
        this.commands = commands;
        this.own = own;
        this.day = day;
    }

    /** What was approved is carried out in the same commit; the answer says when it did not fit any more. */
    @PostMapping("/v1/approvals/{id}/decision")
    @Access({Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApprovalResult.class)))
    ResponseEntity<byte[]> decide(
            @PathVariable("id") String id, @RequestBody DecideRequest body, Tenancy tenancy, Asked asked) {
        LocalDate today = day.today();
        DecideApproval command = new DecideApproval(
                target(tenancy, asked, id),
                body.decision() == Decision.APPROVE,
                body.reason(),
                asked.caller().keyId(),
                asked.caller().roles(),
                today);
        try {
            return send(asked, command);
        } catch (ProblemException refused) {
            if (refused.code().equals("approval-expired")) {
                own.send(
                        command.target().tenant(),
                        asked.caller().keyId(),
                        asked.correlationId(),
                        new ExpireApproval(command.target(), today));
            }
            throw refused;
        }
    }

    @PostMapping("/v1/approvals/{id}/withdrawal")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApprovalResult.class)))
    ResponseEntity<byte[]> withdraw(
            @PathVariable("id") String id, @RequestBody WithdrawRequest body, Tenancy tenancy, Asked asked) {
        return send(
                asked,
                new WithdrawApproval(
                        target(tenancy, asked, id),
                        body.reason(),
                        asked.caller().keyId(),
                        asked.caller().roles()));
    }

    private ResponseEntity<byte[]> send(Asked asked, ApprovalCommand command) {
        return commands.<ApprovalResult>send(asked, command.target().tenant(), command, null, Answer::ok);
    }

    private static ApprovalId target(Tenancy tenancy, Asked asked, String id) {
        ApprovalId target = new ApprovalId(tenancy.tenantOrAgency(), PathIds.checked("approval", id));
        if (target.isInternal() && !asked.caller().ofAgency()) {
            throw ProblemException.notFound("approval", id);
        }
        return target;
    }

    record DecideRequest(
            Decision decision,
            @Text(max = 2000, lines = true) String reason) {}

    record WithdrawRequest(@Text(max = 2000, lines = true) String reason) {}

    enum Decision {
        APPROVE,
        REJECT
    }
}
