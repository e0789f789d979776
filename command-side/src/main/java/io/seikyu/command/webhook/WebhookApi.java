package io.seikyu.command.webhook;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.id.WebhookId;
import io.seikyu.contract.webhook.WebhookCommand.RemoveWebhook;
import io.seikyu.contract.webhook.WebhookCommand.ResumeWebhook;
import io.seikyu.contract.webhook.WebhookCommand.SubscribeWebhook;
import io.seikyu.eventlog.EventLog;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import io.seikyu.web.body.Whole;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Subscriptions of other systems to events (Webhook). The secret that messages are signed with is shown in the answer to
 * the request that subscribed, and never again.
 */
@RestController
class WebhookApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final EventLog log;
    private final WebhookAddress address;
    private final SecureRandom random = new SecureRandom();

    WebhookApi(Commands commands, TimeOrderedIds ids, EventLog log, WebhookAddress address) {
        this.commands = commands;
        this.ids = ids;
        this.log = log;
        this.address = address;
    }

    @PostMapping("/v1/webhooks")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Subscribed.class)))
    ResponseEntity<byte[]> subscribe(@RequestBody SubscribeRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(body.clientId());
        String id = ids.orNext(body.webhookId());
        long head = log.head();
        List<String> types = body.events() == null ? List.of() : body.events();
        List<Fault> faults = new ArrayList<>(address.faults(body.url()));
        for (int i = 0; i < types.size(); i++) {
            if (EventCatalogue.named(types.get(i)).isEmpty()) {
                faults.add(new Fault("/events/" + i, "unknown", "is no event; one is invoice.issued"));
            }
        }
        if (body.after() != null && body.after() > head) {
            faults.add(new Fault("/after", "invalid", "is no position of the log, which ends at " + head));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        String secret = WebhookSignature.newSecret(random);
        SubscribeWebhook command = new SubscribeWebhook(
                new WebhookId(tenant, id), body.url(), types, secret, body.after() == null ? head : body.after());
        return commands.send(
                asked,
                tenant,
                command,
                null,
                done -> Answer.createdSecret("/v1/webhooks/" + id, new Subscribed(id, secret)));
    }

    /** Begins again where it stopped, at once. */
    @PostMapping("/v1/webhooks/{id}/resume")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> resume(@PathVariable("id") String id, Tenancy tenancy, Asked asked) {
        WebhookId target = target(tenancy, id);
        return commands.send(asked, target.tenant(), new ResumeWebhook(target), null, done -> Answer.nothing());
    }

    @DeleteMapping("/v1/webhooks/{id}")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> remove(@PathVariable("id") String id, Tenancy tenancy, Asked asked) {
        WebhookId target = target(tenancy, id);
        return commands.send(asked, target.tenant(), new RemoveWebhook(target), null, done -> Answer.nothing());
    }

    private static WebhookId target(Tenancy tenancy, String id) {
        return new WebhookId(tenancy.tenant(), PathIds.checked("webhook", id));
    }

    /**
     * @param events stored names of the events that are wanted; absent or empty: all
     * @param after  the position of the log that messages begin behind; absent: those from now on
     */
    record SubscribeRequest(
            @Nullable @IdText String webhookId,
            @Nullable @IdText String clientId,
            @Text(max = 2000) String url,
            @Nullable @Items(max = 100) List<String> events,
            @Nullable @Whole(min = -1, max = Long.MAX_VALUE) Long after) {}

    record Subscribed(String webhookId, String secret) {}
}
