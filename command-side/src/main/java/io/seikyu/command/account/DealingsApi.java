package io.seikyu.command.account;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountCommand.LiftHold;
import io.seikyu.contract.account.AccountCommand.RecordCorrespondence;
import io.seikyu.contract.account.CorrespondenceChannel;
import io.seikyu.contract.account.CorrespondenceDirection;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.Background;
import io.seikyu.contract.id.AccountId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stops a payer's dunning and lets it go on (督促の保留), and takes what was spoken with it (交渉記録). */
@RestController
class DealingsApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;
    private final Clock businessClock;

    DealingsApi(Commands commands, TimeOrderedIds ids, BusinessDay day, Clock businessClock) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
        this.businessClock = businessClock;
    }

    @PostMapping("/v1/accounts/{id}/holds")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Held.class)))
    ResponseEntity<byte[]> hold(
            @PathVariable("id") String id, @RequestBody HoldRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = target(tenancy, id);
        String holdId = ids.orNext(body.holdId());
        HoldDunning command = new HoldDunning(target, holdId, body.reason(), body.until(), day.today());
        return commands.send(
                asked,
                target.tenant(),
                command,
                null,
                done -> Answer.created("/v1/accounts/" + id, new Held(id, holdId, body.until())));
    }

    @DeleteMapping("/v1/accounts/{id}/holds/{holdId}")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> lift(
            @PathVariable("id") String id, @PathVariable("holdId") String holdId, Tenancy tenancy, Asked asked) {
        AccountId target = target(tenancy, id);
        LiftHold command = new LiftHold(target, PathIds.checked("hold", holdId));
        return commands.send(asked, target.tenant(), command, null, done -> Answer.nothing());
    }

    @PostMapping("/v1/accounts/{id}/correspondence")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Recorded.class)))
    ResponseEntity<byte[]> record(
            @PathVariable("id") String id, @RequestBody CorrespondenceRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = target(tenancy, id);
        String correspondenceId = ids.orNext(null);
        RecordCorrespondence command = new RecordCorrespondence(
                target,
                correspondenceId,
                body.channel(),
                body.direction(),
                body.at(),
                body.summary(),
                body.background(),
                businessClock.instant());
        return commands.send(
                asked,
                target.tenant(),
                command,
                null,
                done -> Answer.created("/v1/accounts/" + id, new Recorded(id, correspondenceId)));
    }

    private static AccountId target(Tenancy tenancy, String id) {
        return new AccountId(tenancy.tenant(), PathIds.checked("account", id));
    }

    /** @param until the last day; absent: until it is lifted */
    record HoldRequest(
            @Nullable @IdText String holdId,
            @Text(max = 2000, lines = true) String reason,
            @Nullable LocalDate until) {}

    /**
     * @param summary    what was said
     * @param background why the payer is late, as far as it said; absent: what was known of it stays
     */
    record CorrespondenceRequest(
            CorrespondenceChannel channel,
            CorrespondenceDirection direction,
            Instant at,
            @Text(max = 4000, lines = true) String summary,
            @Nullable Background background) {}

    record Held(String accountId, String holdId, @Nullable LocalDate until) {}

    record Recorded(String accountId, String correspondenceId) {}
}
