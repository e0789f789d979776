package io.seikyu.command.plan;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.PlanId;
import io.seikyu.contract.plan.Instalment;
import io.seikyu.contract.plan.PlanCommand.CancelPlan;
import io.seikyu.contract.plan.PlanCommand.ProposePlan;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes instalment plans (分割払い). */
@RestController
class PlanApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    PlanApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    /** It holds at once, or when the client company has approved it: then the answer is 202. */
    @PostMapping("/v1/accounts/{id}/instalment-plans")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlanResult.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = PlanResult.class)))
    ResponseEntity<byte[]> propose(
            @PathVariable("id") String id, @RequestBody PlanRequest body, Tenancy tenancy, Asked asked) {
        PlanId target = new PlanId(tenancy.tenant(), ids.orNext(body.planId()));
        ProposePlan command = new ProposePlan(
                target,
                PathIds.checked("account", id),
                body.invoiceIds(),
                body.acknowledgedOn(),
                body.approvalId(),
                body.schedule().stream()
                        .map(it -> new Instalment(it.dueDate(), it.amount()))
                        .toList(),
                Boolean.TRUE.equals(body.interestWaived()),
                !asked.caller().ofAgency(),
                day.today());
        return commands.<PlanResult>send(asked, target.tenant(), command, null, result -> {
            String location = "/v1/instalment-plans/" + result.planId();
            return result.approvalId() == null
                    ? Answer.created(location, result)
                    : Answer.waiting("/v1/approvals/" + result.approvalId(), result);
        });
    }

    /** What is open of its invoices is due as if there had been none. */
    @PostMapping("/v1/instalment-plans/{id}/cancellation")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanResult.class)))
    ResponseEntity<byte[]> cancel(
            @PathVariable("id") String id, @RequestBody CancelRequest body, Tenancy tenancy, Asked asked) {
        PlanId target = new PlanId(tenancy.tenant(), PathIds.checked("plan", id));
        return commands.<PlanResult>send(
                asked, target.tenant(), new CancelPlan(target, body.reason()), null, Answer::ok);
    }

    /**
     * @param acknowledgedOn when the payer acknowledged the debt
     * @param approvalId     of a measure of instalments that the client company approved
     * @param interestWaived whether no interest is asked for as long as it is kept; it runs from the original due date else
     */
    record PlanRequest(
            @Nullable @IdText String planId,
            @Items(min = 1, max = 100) List<@IdText String> invoiceIds,
            LocalDate acknowledgedOn,
            @Nullable @IdText String approvalId,
            @Items(min = 1, max = 120) List<InstalmentRequest> schedule,
            @Nullable Boolean interestWaived) {}

    record InstalmentRequest(
            LocalDate dueDate, @Amount(min = "1", scale = 0) BigDecimal amount) {}

    record CancelRequest(@Text(max = 2000, lines = true) String reason) {}
}
