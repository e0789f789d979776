package io.seikyu.command.credit;

import io.seikyu.command.account.ScreeningResult;
import io.seikyu.command.account.SignalResult;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.account.AccountCommand.ScreenAccount;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
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

/** Takes what is heard of a payer, and screens it (与信審査). For people of the agency: answers tell of scores. */
@RestController
class CreditApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    CreditApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    /** A bankruptcy sets the limit to zero in the same commit; what else is heard counts at the next screening. */
    @PostMapping("/v1/accounts/{id}/signals")
    @Access({Role.OPERATOR, Role.CREDIT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SignalResult.class)))
    ResponseEntity<byte[]> signal(
            @PathVariable("id") String id, @RequestBody SignalRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = account(id, tenancy);
        RecordSignal command = new RecordSignal(
                target,
                ids.orNext(body.signalId()),
                body.toSignal(),
                asked.caller().roles(),
                day.today());
        return commands.<SignalResult>send(
                asked,
                target.tenant(),
                command,
                null,
                done -> Answer.created("/v1/accounts/" + target.value() + "/credit", done));
    }

    /** Not by who recorded it. */
    @PostMapping("/v1/accounts/{id}/signals/{signalId}/judgement")
    @Access(Role.CREDIT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignalResult.class)))
    ResponseEntity<byte[]> judge(
            @PathVariable("id") String id,
            @PathVariable("signalId") String signalId,
            @RequestBody JudgementRequest body,
            Tenancy tenancy,
            Asked asked) {
        AccountId target = account(id, tenancy);
        JudgeSignal command = new JudgeSignal(
                target,
                PathIds.checked("signal", signalId),
                body.verdict(),
                body.reason(),
                asked.caller().keyId());
        return commands.<SignalResult>send(asked, target.tenant(), command, null, Answer::ok);
    }

    /** The decision with its explanation. It holds from now on. */
    @PostMapping("/v1/accounts/{id}/screenings")
    @Access({Role.OPERATOR, Role.CREDIT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ScreeningResult.class)))
    ResponseEntity<byte[]> screen(
            @PathVariable("id") String id, @RequestBody ScreeningRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = account(id, tenancy);
        ScreenAccount command = new ScreenAccount(target, ids.next(), body.requestedAmount(), day.today());
        return commands.<ScreeningResult>send(
                asked,
                target.tenant(),
                command,
                null,
                done -> Answer.created("/v1/accounts/" + target.value() + "/credit", done));
    }

    private static AccountId account(String id, Tenancy tenancy) {
        return new AccountId(tenancy.tenant(), PathIds.checked("account", id));
    }

    /**
     * @param value          of a bureau's score alone, out of 100
     * @param source         e.g. TDB or TSR
     * @param proceeding     of a bankruptcy, as the other two
     * @param representative whom the claim is filed with
     */
    record SignalRequest(
            @Nullable @IdText String signalId,
            SignalKind kind,
            @Nullable @Amount(scale = 1) BigDecimal value,
            @Text(max = 200) String source,
            LocalDate observedOn,

            @Nullable @Text(max = 2000, lines = true) String note,

            @Nullable @Text(max = 100) String proceeding,
            @Nullable @Text(max = 200) String representative,
            @Nullable LocalDate filingDeadline) {
        Signal toSignal() {
            return new Signal(kind, value, source, observedOn, note, proceeding, representative, filingDeadline);
        }
    }

    record JudgementRequest(
            SignalVerdict verdict,
            @Text(max = 2000, lines = true) String reason) {}

    /** @param requestedAmount yen to be billed besides what is at risk already; absent: what the payer usually needs */
    record ScreeningRequest(
            @Nullable @Amount(min = "1", scale = 0) BigDecimal requestedAmount) {}
}
