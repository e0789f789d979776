package io.seikyu.command.erasure;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.account.AccountCommand.ErasePersonalData;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.AccountId;
import io.seikyu.projection.HeededErasures;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erases what is known of the persons at a payer's (個人情報保護法35条, 22条). */
@RestController
class ErasureApi {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Commands commands;
    private final BusinessDay day;
    private final Forgetting forgetting;
    private final HeededErasures views;

    ErasureApi(Commands commands, BusinessDay day, Forgetting forgetting, HeededErasures views) {
        this.commands = commands;
        this.day = day;
        this.forgetting = forgetting;
        this.views = views;
    }

    /**
     * Deletes the key of everything that was recorded of them: in the log it can be read no more, by anybody. Views follow
     * within a moment; the answer waits for them, though not longer than five seconds. {@code 409 kept-by-law} says until
     * when the law keeps the payer's records, {@code 409 account-in-use} what has to end before.
     */
    @PostMapping("/v1/accounts/{id}/erasure")
    @Access({})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Erased.class)))
    ResponseEntity<byte[]> erase(
            @PathVariable("id") String id, @RequestBody ErasureRequest body, Tenancy tenancy, Asked asked) {
        AccountId target = new AccountId(tenancy.tenant(), PathIds.checked("account", id));
        ErasePersonalData command = new ErasePersonalData(target, body.reason(), day.today());
        ResponseEntity<byte[]> answer =
                commands.send(asked, target.tenant(), command, body.reason(), done -> Answer.ok(new Erased(id, true)));
        views.await(forgetting.forget(), PATIENCE);
        return answer;
    }

    /** @param reason is kept: it must name nobody */
    record ErasureRequest(@Text(max = 500) String reason) {}

    record Erased(String accountId, boolean erased) {}
}
