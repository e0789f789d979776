package io.seikyu.command.invoice;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.RequestWriteOff;
import io.seikyu.contract.invoice.WriteOffGround;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes to give up a claim (貸倒れ・債権放棄); another person decides on them. */
@RestController
class WriteOffApi {
    private final Commands commands;
    private final BusinessDay day;

    WriteOffApi(Commands commands, BusinessDay day) {
        this.commands = commands;
        this.day = day;
    }

    @PostMapping("/v1/invoices/{id}/write-off")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = WriteOffAsked.class)))
    ResponseEntity<byte[]> writeOff(
            @PathVariable("id") String id, @RequestBody WriteOffRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = new InvoiceId(tenancy.tenant(), PathIds.checked("invoice", id));
        RequestWriteOff command = new RequestWriteOff(
                target,
                body.amount(),
                body.ground(),
                body.reason(),
                !asked.caller().ofAgency(),
                day.today());
        return commands.<WriteOffAsked>send(
                asked,
                target.tenant(),
                command,
                null,
                result -> Answer.waiting("/v1/approvals/" + result.approvalId(), result));
    }

    /** @param amount absent: everything that is open */
    record WriteOffRequest(
            @Nullable @Amount(min = "1", scale = 0) BigDecimal amount,
            WriteOffGround ground,
            @Text(max = 2000, lines = true) String reason) {}
}
