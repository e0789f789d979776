package io.seikyu.command.account;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.ReleaseReservation;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps credit free before something is delivered (与信枠の予約). */
@RestController
class ReservationApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    ReservationApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/accounts/{id}/credit-reservations")
    @Access({Role.OPERATOR, Role.CREDIT, Role.INTEGRATION})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Reserved.class)))
    ResponseEntity<byte[]> reserve(
            @PathVariable("id") String id, @RequestBody ReserveRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = target(tenancy, id);
        ReserveCredit command = new ReserveCredit(
                target, ids.orNext(body.reservationId()), body.amount(), body.validUntil(), day.today());
        return commands.<Reserved>send(
                asked, target.tenant(), command, null, result -> Answer.created("/v1/accounts/" + id, result));
    }

    @DeleteMapping("/v1/accounts/{id}/credit-reservations/{reservationId}")
    @Access({Role.OPERATOR, Role.CREDIT, Role.INTEGRATION})
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> release(
            @PathVariable("id") String id,
            @PathVariable("reservationId") String reservationId,
            Tenancy tenancy,
            Asked asked) {
        AccountId target = target(tenancy, id);
        ReleaseReservation command = new ReleaseReservation(target, PathIds.checked("reservation", reservationId));
        return commands.send(asked, target.tenant(), command, null, done -> Answer.nothing());
    }

    private static AccountId target(Tenancy tenancy, String id) {
        return new AccountId(tenancy.tenant(), PathIds.checked("account", id));
    }

    /** @param validUntil the last day on which an invoice may cite it */
    record ReserveRequest(
            @Nullable @IdText String reservationId,
            @Amount(min = "1", scale = 0) BigDecimal amount,
            LocalDate validUntil) {}
}
