package io.seikyu.command.invoice;

import io.seikyu.command.message.MessageResult;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.invoice.DeliveryWish;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.RequestDelivery;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.MessageCommand;
import io.seikyu.contract.message.MessageCommand.RecordMessageOutcome;
import io.seikyu.contract.message.MessageCommand.SettleMessage;
import io.seikyu.contract.message.Reference;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Issues invoices, and sends them to their payers (請求書の発行・送付). */
@RestController
class InvoiceDeliveryApi {
    private final Commands commands;
    private final BusinessDay day;

    InvoiceDeliveryApi(Commands commands, BusinessDay day) {
        this.commands = commands;
        this.day = day;
    }

    @PostMapping("/v1/invoices/{id}/issue")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceResult.class)))
    ResponseEntity<byte[]> issue(
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable IssueRequest body,
            Tenancy tenancy,
            Asked asked) {
        DeliveryWish wish = body == null ? DeliveryWish.USUAL : new DeliveryWish(body.deliverBy(), body.to());
        InvoiceId target = target(tenancy, id);
        return commands.<InvoiceResult>send(
                asked, target.tenant(), new IssueInvoice(target, wish, day.today()), null, Answer::ok);
    }

    /** Sends it once more, after it did not arrive or because the payer asks for it. */
    @PostMapping("/v1/invoices/{id}/deliveries")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DeliveryResult.class)))
    ResponseEntity<byte[]> deliver(
            @PathVariable("id") String id, @RequestBody DeliverRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy, id);
        DeliveryWish wish = new DeliveryWish(body.deliverBy(), body.to());
        return commands.<DeliveryResult>send(
                asked,
                target.tenant(),
                new RequestDelivery(target, wish, body.reason(), day.today()),
                body.reason(),
                result -> Answer.created("/v1/messages/" + result.deliveryId(), result));
    }

    /** What was heard of a delivery: it arrived, it came back; of a letter also that it was posted. */
    @PostMapping("/v1/invoices/{id}/deliveries/{d}/outcome")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessageResult.class)))
    ResponseEntity<byte[]> outcome(
            @PathVariable("id") String id,
            @PathVariable("d") String delivery,
            @RequestBody OutcomeRequest body,
            Tenancy tenancy,
            Asked asked) {
        InvoiceId invoice = target(tenancy, id);
        DeliveryOutcome outcome = DeliveryOutcome.valueOf(body.outcome().name());
        return send(
                asked,
                new RecordMessageOutcome(
                        message(invoice, delivery), reference(invoice), outcome, body.at(), body.note()));
    }

    /** Settles a delivery of which nobody knows whether it left. One that did not leave is sent again. */
    @PostMapping("/v1/invoices/{id}/deliveries/{d}/resolution")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessageResult.class)))
    ResponseEntity<byte[]> resolution(
            @PathVariable("id") String id,
            @PathVariable("d") String delivery,
            @RequestBody ResolutionRequest body,
            Tenancy tenancy,
            Asked asked) {
        InvoiceId invoice = target(tenancy, id);
        boolean sent = body.outcome() == Resolution.SENT;
        return send(asked, new SettleMessage(message(invoice, delivery), reference(invoice), sent, body.note()));
    }

    private ResponseEntity<byte[]> send(Asked asked, MessageCommand command) {
        return commands.<MessageResult>send(asked, command.target().tenant(), command, null, Answer::ok);
    }

    private static InvoiceId target(Tenancy tenancy, String id) {
        return new InvoiceId(tenancy.tenant(), PathIds.checked("invoice", id));
    }

    private static MessageId message(InvoiceId invoice, String delivery) {
        return new MessageId(invoice.tenant(), PathIds.checked("message", delivery));
    }

    private static Reference reference(InvoiceId invoice) {
        return new Reference("invoice", invoice.value());
    }

    /**
     * @param deliverBy absent: by mail when the payer's address is on file, else by letter when the postal address is,
     *                  else through the client company
     * @param to        where to, instead of what is on file
     */
    record IssueRequest(
            @Nullable Channel deliverBy,
            @Nullable @Text(lines = true) String to) {}

    record DeliverRequest(
            @Nullable Channel deliverBy,
            @Nullable @Text(lines = true) String to,
            String reason) {}

    /** @param at when it happened; absent: now */
    record OutcomeRequest(
            Outcome outcome,
            @Nullable Instant at,
            @Nullable @Text(lines = true) String note) {}

    record ResolutionRequest(
            Resolution outcome, @Text(lines = true) String note) {}

    enum Outcome {
        SENT,
        DELIVERED,
        BOUNCED,
        RETURNED
    }

    enum Resolution {
        SENT,
        NOT_SENT
    }
}
