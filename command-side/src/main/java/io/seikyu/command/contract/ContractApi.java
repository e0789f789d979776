package io.seikyu.command.contract;

import io.seikyu.command.request.AmendmentResult;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.contract.ContractCommand.AmendContract;
import io.seikyu.contract.contract.ContractCommand.ConcludeContract;
import io.seikyu.contract.contract.ContractCommand.TerminateContract;
import io.seikyu.contract.id.ContractId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Changes;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in contracts (契約), what changes in them, and their ends. */
@RestController
class ContractApi {
    private final Commands commands;
    private final TimeOrderedIds ids;

    ContractApi(Commands commands, TimeOrderedIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @PostMapping("/v1/contracts")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Concluded.class)))
    ResponseEntity<byte[]> conclude(@RequestBody ConcludeRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(body.clientId());
        String id = ids.orNext(body.contractId());
        ConcludeContract command =
                new ConcludeContract(new ContractId(tenant, id), body.fields().toTerms());
        return commands.send(
                asked, tenant, command, null, done -> Answer.created("/v1/contracts/" + id, new Concluded(id)));
    }

    @PostMapping("/v1/contracts/{id}/amendments")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AmendmentResult.class)))
    ResponseEntity<byte[]> amend(
            @PathVariable("id") String id, @RequestBody AmendRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant();
        AmendContract command = new AmendContract(
                new ContractId(tenant, PathIds.checked("contract", id)),
                body.effectiveFrom(),
                body.reason(),
                present -> body.changes().applyTo(ContractFields.of(present)).toTerms());
        return commands.send(
                asked,
                tenant,
                command,
                body.reason(),
                done -> Answer.ok(new AmendmentResult(id, body.effectiveFrom())));
    }

    @PostMapping("/v1/contracts/{id}/termination")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Terminated.class)))
    ResponseEntity<byte[]> terminate(
            @PathVariable("id") String id, @RequestBody TerminateRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant();
        TerminateContract command = new TerminateContract(
                new ContractId(tenant, PathIds.checked("contract", id)), body.lastDay(), body.reason());
        return commands.send(
                asked, tenant, command, body.reason(), done -> Answer.ok(new Terminated(id, body.lastDay())));
    }

    record ConcludeRequest(
            @Nullable @IdText String contractId,
            @Nullable @IdText String clientId,
            @Inline ContractFields fields) {}

    record AmendRequest(LocalDate effectiveFrom, String reason, Changes<ContractFields> changes) {}

    /** @param lastDay the last day on which the contract is in force */
    record TerminateRequest(LocalDate lastDay, String reason) {}

    record Concluded(String contractId) {}

    record Terminated(String contractId, LocalDate lastDay) {}
}
