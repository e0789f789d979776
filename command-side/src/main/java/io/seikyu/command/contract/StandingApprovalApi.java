package io.seikyu.command.contract;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.contract.ContractCommand.GrantStandingApproval;
import io.seikyu.contract.contract.ContractCommand.RevokeStandingApproval;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.ContractId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.IdText;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what client companies agree to beforehand (包括承認). Their own people do, and nobody of the agency in their place:
 * not even an administrator.
 */
@RestController
class StandingApprovalApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    StandingApprovalApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/contracts/{id}/standing-approvals")
    @Access(Role.CLIENT)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Granted.class)))
    ResponseEntity<byte[]> grant(
            @PathVariable("id") String id, @RequestBody GrantRequest body, Tenancy tenancy, Asked asked) {
        ContractId target = target(tenancy, id);
        LocalDate today = day.today();
        if (body.until().isBefore(today)) {
            throw new InvalidInputException(
                    List.of(new Fault("/until", "out-of-range", "is over already: today is " + today)));
        }
        Granted granted = new Granted(ids.orNext(body.standingApprovalId()), body.upToStage(), body.until());
        GrantStandingApproval command = new GrantStandingApproval(
                target,
                granted.standingApprovalId(),
                Stage.valueOf(body.upToStage().name()),
                body.until(),
                byClient(asked));
        return commands.send(
                asked, target.tenant(), command, null, done -> Answer.created("/v1/contracts/" + id, granted));
    }

    /** From now on each contact is asked for again. */
    @DeleteMapping("/v1/contracts/{id}/standing-approvals/{standingApprovalId}")
    @Access(Role.CLIENT)
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> revoke(
            @PathVariable("id") String id,
            @PathVariable("standingApprovalId") String standing,
            Tenancy tenancy,
            Asked asked) {
        ContractId target = target(tenancy, id);
        RevokeStandingApproval command =
                new RevokeStandingApproval(target, PathIds.checked("standing-approval", standing), byClient(asked));
        return commands.send(asked, target.tenant(), command, null, done -> Answer.nothing());
    }

    private static ContractId target(Tenancy tenancy, String id) {
        return new ContractId(tenancy.tenant(), PathIds.checked("contract", id));
    }

    private static boolean byClient(Asked asked) {
        return asked.caller().roles().contains(Role.CLIENT);
    }

    /** @param until the last day on which it counts */
    record GrantRequest(@Nullable @IdText String standingApprovalId, UpTo upToStage, LocalDate until) {}

    record Granted(String standingApprovalId, UpTo upToStage, LocalDate until) {}

    /** Below, nobody is asked; above, every single contact needs a person. */
    enum UpTo {
        R3,
        R4
    }
}
