package io.seikyu.command.invoice;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.ChargeKind;
import io.seikyu.contract.invoice.InvoiceCommand.ClaimCharge;
import io.seikyu.contract.invoice.InvoiceCommand.WaiveCharge;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Claims interest on late payment (遅延損害金) and the costs of collecting beside an issued invoice, and waives them. */
@RestController
class ChargeApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    ChargeApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/invoices/{id}/charges")
    @Access({Role.OPERATOR, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ChargeResult.class)))
    ResponseEntity<byte[]> claim(
            @PathVariable("id") String id, @RequestBody ChargeRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy, id);
        boolean interest = body.kind() == ChargeKind.INTEREST;
        LocalDate upTo = interest && body.upTo() == null ? day.today() : body.upTo();
        ClaimCharge command =
                new ClaimCharge(target, ids.orNext(body.chargeId()), body.kind(), upTo, body.amount(), body.reason());
        return commands.<ChargeResult>send(
                asked, target.tenant(), command, body.reason(), result -> Answer.created("/v1/invoices/" + id, result));
    }

    @PostMapping("/v1/invoices/{id}/charges/{chargeId}/waiver")
    @Access({Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChargeResult.class)))
    ResponseEntity<byte[]> waive(
            @PathVariable("id") String id,
            @PathVariable("chargeId") String chargeId,
            @RequestBody WaiverRequest body,
            Tenancy tenancy,
            Asked asked) {
        InvoiceId target = target(tenancy, id);
        WaiveCharge command = new WaiveCharge(target, PathIds.checked("charge", chargeId), body.reason());
        return commands.<ChargeResult>send(asked, target.tenant(), command, body.reason(), Answer::ok);
    }

    private static InvoiceId target(Tenancy tenancy, String id) {
        return new InvoiceId(tenancy.tenant(), PathIds.checked("invoice", id));
    }

    /**
     * @param upTo   until when interest is claimed; absent: until today
     * @param amount of costs; of interest absent: all that accrued and was not claimed
     */
    record ChargeRequest(
            @Nullable @IdText String chargeId,
            ChargeKind kind,
            @Nullable LocalDate upTo,
            @Nullable @Amount(min = "1", scale = 0) BigDecimal amount,
            @Text(max = 500) String reason) {
        ChargeRequest {
            if (kind == ChargeKind.COST && amount == null) {
                throw new IllegalArgumentException("costs have an amount");
            }
            if (kind == ChargeKind.COST && upTo != null) {
                throw new IllegalArgumentException("only interest is claimed up to a day");
            }
        }
    }

    record WaiverRequest(@Text(max = 500) String reason) {}
}
