package io.seikyu.command.credit;

import io.seikyu.command.account.MeasureAsked;
import io.seikyu.command.contract.TermsFields;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.TakeMeasure;
import io.seikyu.contract.account.CreditMeasure;
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

/** Takes wishes to let a measure bind (与信措置). */
@RestController
class MeasureApi {
    private static final String NO_REASON = "proposed by the screening";

    private final Commands commands;
    private final BusinessDay day;

    MeasureApi(Commands commands, BusinessDay day) {
        this.commands = commands;
        this.day = day;
    }

    /** It waits for its approval; with {@code approvalId} the answer says how that approval stands. */
    @PostMapping("/v1/accounts/{id}/measures")
    @Access({Role.OPERATOR, Role.CREDIT})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = MeasureAsked.class)))
    ResponseEntity<byte[]> take(
            @PathVariable("id") String id, @RequestBody MeasureRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = new AccountId(tenancy.tenant(), PathIds.checked("account", id));
        LocalDate today = day.today();
        TakeMeasure command = new TakeMeasure(
                target,
                body.screeningId(),
                body.measure(),
                body.contractId(),
                body.effectiveFrom() == null ? today : body.effectiveFrom(),
                body.terms() == null ? null : body.terms().toTerms(),
                body.limit(),
                body.reason() == null ? NO_REASON : body.reason(),
                body.approvalId(),
                today);
        return commands.<MeasureAsked>send(
                asked,
                target.tenant(),
                command,
                null,
                result -> Answer.waiting("/v1/approvals/" + result.approvalId(), result));
    }

    /**
     * @param terms         of payment, for SHORTER_TERMS and, if not usual, PREPAYMENT
     * @param limit         yen: for REDUCE_AMOUNT (absent: the credit limit), and needed for INSTALMENTS and GUARANTEE
     * @param effectiveFrom absent: today
     */
    record MeasureRequest(
            @IdText String screeningId,
            CreditMeasure measure,
            @IdText String contractId,
            @Nullable TermsFields terms,
            @Nullable @Amount(min = "1", scale = 0) BigDecimal limit,
            @Nullable LocalDate effectiveFrom,

            @Nullable @Text(max = 2000, lines = true) String reason,

            @Nullable @IdText String approvalId) {}
}
