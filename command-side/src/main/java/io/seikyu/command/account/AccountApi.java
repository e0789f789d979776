package io.seikyu.command.account;

import io.seikyu.command.request.AmendmentResult;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.AmendAccount;
import io.seikyu.contract.account.AccountCommand.ForgetAlias;
import io.seikyu.contract.account.AccountCommand.OpenAccount;
import io.seikyu.contract.id.AccountId;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in payers (請求先). */
@RestController
class AccountApi {
    private final Commands commands;
    private final TimeOrderedIds ids;

    AccountApi(Commands commands, TimeOrderedIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @PostMapping("/v1/accounts")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Opened.class)))
    ResponseEntity<byte[]> open(@RequestBody OpenRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(body.clientId());
        String id = ids.orNext(body.accountId());
        OpenAccount command =
                new OpenAccount(new AccountId(tenant, id), body.fields().toDetails());
        return commands.send(
                asked, tenant, command, null, done -> Answer.created("/v1/accounts/" + id, new Opened(id)));
    }

    @PostMapping("/v1/accounts/{id}/amendments")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AmendmentResult.class)))
    ResponseEntity<byte[]> amend(
            @PathVariable("id") String id, @RequestBody AmendRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant();
        AmendAccount command = new AmendAccount(
                new AccountId(tenant, PathIds.checked("account", id)),
                body.effectiveFrom(),
                body.reason(),
                present -> body.changes().applyTo(AccountFields.of(present)).toDetails());
        return commands.send(
                asked,
                tenant,
                command,
                body.reason(),
                done -> Answer.ok(new AmendmentResult(id, body.effectiveFrom())));
    }

    /** Takes back a name that a person taught when it said what a receipt is for; what was allocated stays. */
    @DeleteMapping("/v1/accounts/{id}/aliases/{receiptId}")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "204")
    ResponseEntity<byte[]> forget(
            @PathVariable("id") String id, @PathVariable("receiptId") String receiptId, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant();
        ForgetAlias command = new ForgetAlias(
                new AccountId(tenant, PathIds.checked("account", id)), PathIds.checked("receipt", receiptId));
        return commands.send(asked, tenant, command, null, done -> Answer.nothing());
    }

    record OpenRequest(
            @Nullable @IdText String accountId,
            @Nullable @IdText String clientId,
            @Inline AccountFields fields) {}

    record AmendRequest(LocalDate effectiveFrom, String reason, Changes<AccountFields> changes) {}

    record Opened(String accountId) {}
}
