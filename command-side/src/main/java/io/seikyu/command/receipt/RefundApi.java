package io.seikyu.command.receipt;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.AskRefund;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes wishes to pay money back (返金); another person decides on them. */
@RestController
class RefundApi {
    private final Commands commands;
    private final BusinessDay day;

    RefundApi(Commands commands, BusinessDay day) {
        this.commands = commands;
        this.day = day;
    }

    @PostMapping("/v1/receipts/{id}/refund")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RefundWaiting.class)))
    ResponseEntity<byte[]> refund(
            @PathVariable("id") String id, @RequestBody RefundRequest body, Tenancy tenancy, Asked asked) {
        ReceiptId target = new ReceiptId(tenancy.tenant(), PathIds.checked("receipt", id));
        AskRefund command =
                new AskRefund(target, body.amount(), body.bankAccount().toDetails(), body.reason(), day.today());
        return commands.<RefundWaiting>send(
                asked,
                target.tenant(),
                command,
                null,
                result -> Answer.waiting("/v1/approvals/" + result.approvalId(), result));
    }

    record RefundRequest(
            @Amount(min = "1", scale = 0) BigDecimal amount,
            BankFields bankAccount,
            @Text(max = 2000, lines = true) String reason) {}

    /** Where the money is to go, as banks name accounts. */
    record BankFields(
            @Text(pattern = "[0-9]{4}", says = "must be 4 digits")
            String bank,

            @Text(pattern = "[0-9]{3}", says = "must be 3 digits")
            String branch,

            @Text(pattern = "[124]", says = "must be 1, 2 or 4")
            String kind,

            @Text(pattern = "[0-9]{7}", says = "must be 7 digits")
            String number,

            @Text(max = 60) String holder) {
        BankDetails toDetails() {
            return new BankDetails(bank, branch, kind, number, holder);
        }
    }
}
