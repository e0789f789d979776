package io.seikyu.command.creditnote;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.creditnote.CreditNoteCommand;
import io.seikyu.contract.creditnote.CreditNoteCommand.CorrectCreditNote;
import io.seikyu.contract.creditnote.CreditNoteCommand.DecideCreditNote;
import io.seikyu.contract.creditnote.CreditNoteCommand.SubmitCreditNote;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in credit notes (返還インボイス), and what is decided about them. */
@RestController
class CreditNoteApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    CreditNoteApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/invoices/{id}/credit-notes")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CreditNoteResult.class)))
    ResponseEntity<byte[]> submit(
            @PathVariable("id") String id, @RequestBody SubmitRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant();
        String note = ids.orNext(body.creditNoteId());
        SubmitCreditNote command = new SubmitCreditNote(
                new CreditNoteId(tenant, note), body.fields().toDocument(PathIds.checked("invoice", id)));
        return commands.<CreditNoteResult>send(
                asked, tenant, command, null, result -> Answer.created("/v1/credit-notes/" + note, result));
    }

    /** The whole credit note anew, for the same invoice. */
    @PostMapping("/v1/credit-notes/{id}/corrections")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CreditNoteResult.class)))
    ResponseEntity<byte[]> correct(
            @PathVariable("id") String id, @RequestBody CorrectRequest body, Tenancy tenancy, Asked asked) {
        CorrectCreditNote command =
                new CorrectCreditNote(target(tenancy, id), body.fields().toDocument(null), body.correctedBecause());
        return send(asked, command, body.correctedBecause());
    }

    @PostMapping("/v1/credit-notes/{id}/decision")
    @Access({Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CreditNoteResult.class)))
    ResponseEntity<byte[]> decide(
            @PathVariable("id") String id, @RequestBody DecideRequest body, Tenancy tenancy, Asked asked) {
        DecideCreditNote command = new DecideCreditNote(
                target(tenancy, id), body.decision() == Decision.APPROVE, body.reason(), day.today());
        return send(asked, command, body.reason());
    }

    private ResponseEntity<byte[]> send(Asked asked, CreditNoteCommand command, String reason) {
        return commands.<CreditNoteResult>send(asked, command.target().tenant(), command, reason, Answer::ok);
    }

    private static CreditNoteId target(Tenancy tenancy, String id) {
        return new CreditNoteId(tenancy.tenant(), PathIds.checked("credit-note", id));
    }

    record SubmitRequest(
            @Nullable @IdText String creditNoteId, @Inline CreditNoteFields fields) {}

    record CorrectRequest(
            @Text(max = 500) String correctedBecause,
            @Inline CreditNoteFields fields) {}

    record DecideRequest(Decision decision, String reason) {}

    enum Decision {
        APPROVE,
        REJECT
    }
}
