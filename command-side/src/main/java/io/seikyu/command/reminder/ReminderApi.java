package io.seikyu.command.reminder;

import io.seikyu.command.message.MessageResult;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.dunning.ReminderCommand.DecideReminder;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.id.ReminderId;
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
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people decide of reminders, and what they hear of them. */
@RestController
class ReminderApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final Clock businessClock;

    ReminderApi(Commands commands, TimeOrderedIds ids, Clock businessClock) {
        this.commands = commands;
        this.ids = ids;
        this.businessClock = businessClock;
    }

    /** EDIT replaces the words of a mail and agrees to it. */
    @PostMapping("/v1/reminders/{id}/decision")
    @Access({Role.REVIEWER, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReminderResult.class)))
    ResponseEntity<byte[]> decide(
            @PathVariable("id") String id, @RequestBody DecisionRequest body, Tenancy tenancy, Asked asked) {
        ReminderId target = target(tenancy, id);
        boolean edits = body.decision() == Decision.EDIT;
        return commands.<ReminderResult>send(
                asked,
                target.tenant(),
                new DecideReminder(
                        target,
                        body.decision() != Decision.REJECT,
                        body.reason(),
                        edits ? body.subject() : null,
                        edits ? body.body() : null,
                        asked.caller().keyId(),
                        asked.caller().roles()),
                body.reason(),
                Answer::ok);
    }

    /** What was heard of a reminder: a letter was posted, a mail arrived or came back. */
    @PostMapping("/v1/reminders/{id}/outcome")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessageResult.class)))
    ResponseEntity<byte[]> outcome(
            @PathVariable("id") String id, @RequestBody OutcomeRequest body, Tenancy tenancy, Asked asked) {
        ReminderId target = target(tenancy, id);
        DeliveryOutcome outcome = DeliveryOutcome.valueOf(body.outcome().name());
        return send(
                asked, new RecordMessageOutcome(message(target), reference(target), outcome, body.at(), body.note()));
    }

    /** Settles a reminder of which nobody knows whether it left. One that did not leave is sent again. */
    @PostMapping("/v1/reminders/{id}/resolution")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessageResult.class)))
    ResponseEntity<byte[]> resolve(
            @PathVariable("id") String id, @RequestBody ResolutionRequest body, Tenancy tenancy, Asked asked) {
        ReminderId target = target(tenancy, id);
        return send(
                asked,
                new SettleMessage(message(target), reference(target), body.outcome() == Resolution.SENT, body.note()));
    }

    private ResponseEntity<byte[]> send(Asked asked, MessageCommand command) {
        return commands.<MessageResult>send(asked, command.target().tenant(), command, null, Answer::ok);
    }

    private static ReminderId target(Tenancy tenancy, String id) {
        return new ReminderId(tenancy.tenant(), PathIds.checked("reminder", id));
    }

    private static MessageId message(ReminderId reminder) {
        return MessageId.of(reminder.tenant(), "reminder", reminder.value(), 1);
    }

    private static Reference reference(ReminderId reminder) {
        return new Reference("reminder", reminder.value());
    }

    /** @param subject with EDIT, as is {@code body}: the mail in a person's words */
    record DecisionRequest(
            Decision decision,
            @Text(max = 2000, lines = true) String reason,
            @Nullable @Text(max = 200) String subject,

            @Nullable @Text(max = 20_000, lines = true) String body) {}

    /** @param at when it happened; absent: now */
    record OutcomeRequest(
            Outcome outcome,
            @Nullable Instant at,
            @Nullable @Text(lines = true) String note) {}

    record ResolutionRequest(
            Resolution outcome, @Text(lines = true) String note) {}

    enum Decision {
        APPROVE,
        EDIT,
        REJECT
    }

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
