package io.seikyu.command.invoice;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand;
import io.seikyu.contract.invoice.InvoiceCommand.CancelInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.CorrectInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DecideInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in invoices (請求書), and what is decided about them. */
@RestController
class InvoiceApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    InvoiceApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/invoices")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InvoiceResult.class)))
    ResponseEntity<byte[]> submit(@RequestBody SubmitRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(body.clientId());
        String id = ids.orNext(body.invoiceId());
        SubmitInvoice command = new SubmitInvoice(new InvoiceId(tenant, id), body.document(), day.today());
        return commands.<InvoiceResult>send(
                asked, tenant, command, null, result -> Answer.created("/v1/invoices/" + id, result));
    }

    @PostMapping("/v1/invoices/{id}/corrections")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceResult.class)))
    ResponseEntity<byte[]> correct(
            @PathVariable("id") String id, @RequestBody CorrectRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy.tenant(body.clientId()), id);
        return send(
                asked,
                new CorrectInvoice(target, body.fields().toDocument(), body.reason(), day.today()),
                body.reason());
    }

    @PostMapping("/v1/invoices/{id}/decision")
    @Access({Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceResult.class)))
    ResponseEntity<byte[]> decide(
            @PathVariable("id") String id, @RequestBody DecideRequest body, Tenancy tenancy, Asked asked) {
        boolean approve = body.decision() == Decision.APPROVE;
        return send(
                asked,
                new DecideInvoice(target(tenancy.tenant(), id), approve, body.reason(), day.today()),
                body.reason());
    }

    @PostMapping("/v1/invoices/{id}/cancellation")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceResult.class)))
    ResponseEntity<byte[]> cancel(
            @PathVariable("id") String id, @RequestBody CancelRequest body, Tenancy tenancy, Asked asked) {
        return send(
                asked,
                new CancelInvoice(target(tenancy.tenant(), id), body.reason(), body.replacedBy()),
                body.reason());
    }

    private ResponseEntity<byte[]> send(Asked asked, InvoiceCommand command, @Nullable String reason) {
        return commands.<InvoiceResult>send(asked, command.target().tenant(), command, reason, Answer::ok);
    }

    private static InvoiceId target(String tenant, String id) {
        return new InvoiceId(tenant, PathIds.checked("invoice", id));
    }

    record CorrectRequest(
            @Nullable @IdText String clientId,
            String reason,
            @Inline InvoiceFields fields) {}

    record DecideRequest(Decision decision, String reason) {}

    enum Decision {
        APPROVE,
        REJECT
    }

    record CancelRequest(String reason, @Nullable @IdText String replacedBy) {}
}
