package io.seikyu.command.invoice;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.HandBackInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.RecordLimitationFact;
import io.seikyu.contract.invoice.InvoiceCommand.SubrogateInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.WithdrawLimitationFact;
import io.seikyu.contract.limitation.LimitationFact;
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

/** Takes what changes whose a claim is and until when it can be enforced. */
@RestController
class StandingApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    StandingApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    /** Something happened that moves the end of the limitation period. */
    @PostMapping("/v1/invoices/{id}/limitation-facts")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LimitationResult.class)))
    ResponseEntity<byte[]> limitation(
            @PathVariable("id") String id, @RequestBody LimitationRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy, id);
        RecordLimitationFact command = new RecordLimitationFact(
                target, ids.orNext(body.factId()), body.kind(), body.on(), body.until(), body.evidence(), day.today());
        return commands.<LimitationResult>send(
                asked, target.tenant(), command, null, result -> Answer.created("/v1/invoices/" + id, result));
    }

    /** What was recorded did not happen so; it stays in the history. */
    @PostMapping("/v1/invoices/{id}/limitation-facts/{factId}/withdrawal")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LimitationResult.class)))
    ResponseEntity<byte[]> withdraw(
            @PathVariable("id") String id,
            @PathVariable("factId") String factId,
            @RequestBody WithdrawalRequest body,
            Tenancy tenancy,
            Asked asked) {
        InvoiceId target = target(tenancy, id);
        WithdrawLimitationFact command =
                new WithdrawLimitationFact(target, PathIds.checked("limitation fact", factId), body.reason());
        return commands.<LimitationResult>send(asked, target.tenant(), command, null, Answer::ok);
    }

    /** The client company collects it by itself from now on. */
    @PostMapping("/v1/invoices/{id}/hand-back")
    @Access({Role.OPERATOR, Role.REVIEWER})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StandingResult.class)))
    ResponseEntity<byte[]> handBack(
            @PathVariable("id") String id, @RequestBody HandBackRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy, id);
        HandBackInvoice command = new HandBackInvoice(target, body.reason(), day.today());
        return commands.<StandingResult>send(asked, target.tenant(), command, null, Answer::ok);
    }

    /** The agency paid the client company what it had guaranteed. */
    @PostMapping("/v1/invoices/{id}/subrogations")
    @Access({Role.OPERATOR, Role.REVIEWER})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StandingResult.class)))
    ResponseEntity<byte[]> subrogate(
            @PathVariable("id") String id, @RequestBody SubrogationRequest body, Tenancy tenancy, Asked asked) {
        InvoiceId target = target(tenancy, id);
        SubrogateInvoice command =
                new SubrogateInvoice(target, body.paidOn(), body.amount(), body.noticeOn(), day.today());
        return commands.<StandingResult>send(asked, target.tenant(), command, null, Answer::ok);
    }

    private static InvoiceId target(Tenancy tenancy, String id) {
        return new InvoiceId(tenancy.tenant(), PathIds.checked("invoice", id));
    }

    /**
     * @param on       the day on which it took effect: a demand reached the payer, a judgment became final
     * @param until    until when negotiations were agreed
     * @param evidence what proves it, e.g. the number of the certified letter
     */
    record LimitationRequest(
            @Nullable @IdText String factId,
            LimitationFact.Kind kind,
            LocalDate on,
            @Nullable LocalDate until,
            @Text(max = 2000, lines = true) String evidence) {}

    record WithdrawalRequest(@Text(max = 2000, lines = true) String reason) {}

    record HandBackRequest(@Text(max = 2000, lines = true) String reason) {}

    /** @param noticeOn when the payer was told; may be said later by the same call */
    record SubrogationRequest(
            LocalDate paidOn,
            @Amount(min = "1", scale = 0) BigDecimal amount,
            @Nullable LocalDate noticeOn) {}
}
