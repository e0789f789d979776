package io.seikyu.command.receipt;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in money (入金). */
@RestController
class ReceiptApi {
    private final Commands commands;
    private final TimeOrderedIds ids;

    ReceiptApi(Commands commands, TimeOrderedIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @PostMapping("/v1/receipts")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> record(@RequestBody RecordRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(body.clientId());
        String id = ids.orNext(body.receiptId());
        RecordReceipt command = new RecordReceipt(
                new ReceiptId(tenant, id),
                body.bookedOn(),
                body.amount(),
                body.payerName(),
                body.method() == null ? Method.TRANSFER : body.method(),
                body.virtualAccount(),
                body.reference(),
                body.invoiceId());
        return commands.<ReceiptResult>send(
                asked, tenant, command, null, result -> Answer.created("/v1/receipts/" + id, result));
    }

    /** @param invoiceId what the payer said the money is for */
    record RecordRequest(
            @Nullable @IdText String receiptId,
            @Nullable @IdText String clientId,
            LocalDate bookedOn,
            @Amount(min = "1", scale = 0) BigDecimal amount,
            @Text(max = 200) String payerName,
            @Nullable Method method,
            @Nullable @Text(max = 40) String virtualAccount,
            @Nullable @Text(max = 140) String reference,
            @Nullable @IdText String invoiceId) {}
}
