package io.seikyu.command.invoice;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.invoice.InvoiceCommand.DisputeInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.ResolveDispute;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
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

/** Takes payers' objections to issued invoices (異議), and what is decided about them. */
@RestController
class DisputeApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    DisputeApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/invoices/{id}/disputes")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DisputeResult.class)))
    ResponseEntity<byte[]> dispute(
            @PathVariable("id") String id, @RequestBody DisputeRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy, id);
        String disputeId = ids.orNext(body.disputeId());
        DisputeInvoice command = new DisputeInvoice(target, disputeId, body.reason(), body.amount(), day.today());
        return commands.<DisputeResult>send(
                asked, target.tenant(), command, null, result -> Answer.created("/v1/invoices/" + id, result));
    }

    @PostMapping("/v1/invoices/{id}/disputes/{disputeId}/resolution")
    @Access({Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DisputeResult.class)))
    ResponseEntity<byte[]> resolve(
            @PathVariable("id") String id,
            @PathVariable("disputeId") String disputeId,
            @RequestBody ResolveRequest body,
            Tenancy tenancy,
            Asked asked) {
        InvoiceId target = target(tenancy, id);
        ResolveDispute command = new ResolveDispute(
                target, PathIds.checked("dispute", disputeId), body.outcome(), body.amount(), body.note(), day.today());
        return commands.<DisputeResult>send(asked, target.tenant(), command, null, Answer::ok);
    }

    private static InvoiceId target(Tenancy tenancy, String id) {
        return new InvoiceId(tenancy.tenant(), PathIds.checked("invoice", id));
    }

    /** @param amount what is disputed; absent: everything that is open */
    record DisputeRequest(
            @Nullable @IdText String disputeId,
            @Text(max = 2000, lines = true) String reason,
            @Nullable @Amount(min = "1", scale = 0) BigDecimal amount) {}

    /** @param amount how much of it is conceded, for PARTIAL */
    record ResolveRequest(
            DisputeOutcome outcome,
            @Nullable @Amount(scale = 0) BigDecimal amount,
            @Text(max = 2000, lines = true) String note) {}
}
