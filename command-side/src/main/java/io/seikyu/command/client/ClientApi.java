package io.seikyu.command.client;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.ClientCommand.AmendClient;
import io.seikyu.contract.client.ClientCommand.RegisterClient;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Changes;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in client companies (請求元). Only administrators do, because each is a tenant of its own. */
@RestController
class ClientApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    ClientApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/clients")
    @Access({})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Registered.class)))
    ResponseEntity<byte[]> register(@RequestBody RegisterRequest body, Tenancy tenancy, Asked asked) {
        if (Ids.AGENCY.equals(body.clientId())) {
            throw new InvalidInputException(
                    List.of(new Fault("/clientId", "reserved", "'agency' is the agency's own name")));
        }
        if (body.clientId() == null && !asked.caller().grants().isEmpty()) {
            throw new ProblemException(
                    403, "not-granted", "This key acts for certain client companies only: name one of them.");
        }
        String id = tenancy.tenant(ids.orNext(body.clientId()));
        return commands.send(
                asked,
                id,
                new RegisterClient(new ClientId(id), body.fields().toDetails()),
                null,
                done -> Answer.created("/v1/clients/" + id, new Registered(id)));
    }

    @PostMapping("/v1/clients/{id}/amendments")
    @Access({})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClientAmendment.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The new bank account waits for a second person",
            content = @Content(schema = @Schema(implementation = ClientAmendment.class)))
    ResponseEntity<byte[]> amend(
            @PathVariable("id") String id, @RequestBody AmendRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(PathIds.checked("client", id));
        AmendClient command = new AmendClient(
                new ClientId(tenant),
                body.effectiveFrom(),
                body.reason(),
                present -> body.changes().applyTo(ClientFields.of(present)).toDetails(),
                day.today());
        return commands.<ClientAmendment>send(asked, tenant, command, body.reason(), ClientApi::answer);
    }

    private static Answer answer(ClientAmendment done) {
        return done.approvalId() == null ? Answer.ok(done) : Answer.waiting("/v1/approvals/" + done.approvalId(), done);
    }

    record RegisterRequest(
            @Nullable @IdText String clientId, @Inline ClientFields fields) {}

    record AmendRequest(LocalDate effectiveFrom, String reason, Changes<ClientFields> changes) {}

    record Registered(String clientId) {}
}
