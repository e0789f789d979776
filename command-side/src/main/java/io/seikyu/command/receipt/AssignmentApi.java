package io.seikyu.command.receipt;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.AssignReceipt;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says whose money on a collective account of the agency is (集金口座). No commit spans two tenants, so the agency's receipt
 * says first where it went, and the client company's is recorded by a second commit, once. Whoever was cut off between
 * the two asks again with the same body and gets the second.
 */
@RestController
class AssignmentApi {
    private final Commands commands;
    private final PassedOn passedOn;

    AssignmentApi(Commands commands, PassedOn passedOn) {
        this.commands = commands;
        this.passedOn = passedOn;
    }

    @PostMapping("/v1/receipts/{id}/assignment")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> assign(
            @PathVariable("id") String id, @RequestBody AssignmentRequest body, Tenancy tenancy, Asked asked) {
        String client = tenancy.tenant(body.clientId());
        if (!asked.caller().grants().isEmpty()) {
            throw ProblemException.notFound("receipt", id); // the agency's own things are not among the grants
        }
        ReceiptId target = new ReceiptId(Ids.AGENCY, PathIds.checked("receipt", id));
        AssignReceipt command = new AssignReceipt(
                target, client, target.passedOnTo(client).value(), body.accountId(), body.reason(), null);
        ResponseEntity<byte[]> answer =
                commands.<ReceiptResult>send(asked, target.tenant(), command, body.reason(), Answer::ok);
        passedOn.record(target, asked.caller().keyId(), asked.correlationId());
        return answer;
    }

    /**
     * @param clientId  whose it is; absent: the header's
     * @param accountId the payer at that client company; absent: its match finds out
     */
    record AssignmentRequest(
            @Nullable @IdText String clientId,
            @Nullable @IdText String accountId,
            @Text(max = 500) String reason) {}
}
