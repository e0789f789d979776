package io.seikyu.command.invoice;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.PromisePayment;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes payers' promises to pay (支払約束). */
@RestController
class PromiseApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    PromiseApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/invoices/{id}/promises")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PromiseResult.class)))
    ResponseEntity<byte[]> promise(
            @PathVariable("id") String id, @RequestBody PromiseRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = new InvoiceId(tenancy.tenant(), PathIds.checked("invoice", id));
        PromisePayment command = new PromisePayment(target, ids.orNext(null), body.amount(), body.payOn(), day.today());
        return commands.<PromiseResult>send(
                asked, target.tenant(), command, null, result -> Answer.created("/v1/invoices/" + id, result));
    }

    record PromiseRequest(@Amount(min = "1", scale = 0) BigDecimal amount, LocalDate payOn) {}
}
