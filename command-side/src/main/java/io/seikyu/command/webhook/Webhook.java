package io.seikyu.command.webhook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.webhook.WebhookState.Status;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.WebhookId;
import io.seikyu.contract.webhook.WebhookCommand.AdvanceWebhook;
import io.seikyu.contract.webhook.WebhookCommand.RecordWebhookFailure;
import io.seikyu.contract.webhook.WebhookCommand.RemoveWebhook;
import io.seikyu.contract.webhook.WebhookCommand.ResumeWebhook;
import io.seikyu.contract.webhook.WebhookCommand.SubscribeWebhook;
import io.seikyu.contract.webhook.WebhookEvent.WebhookAdvanced;
import io.seikyu.contract.webhook.WebhookEvent.WebhookFailed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookRemoved;
import io.seikyu.contract.webhook.WebhookEvent.WebhookResumed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSubscribed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSuspended;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Another system that is told of events (Webhook). It is told in order and at least once; a receiver that does not take
 * an event is asked again after a pause that doubles up to an hour, and after some three days no more.
 */
public class Webhook {
    /** The pauses add up to a little over three days. */
    static final int MOST_FAILURES = 84;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @AggregateIdentifier
    private String id;

    private WebhookState state;

    Webhook() {}

    public Webhook(WebhookState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void subscribe(SubscribeWebhook command, Clients clients) {
        WebhookId target = command.target();
        clients.get(new ClientId(target.tenant()));
        apply(new WebhookSubscribed(
                target.tenant(), target.value(), command.url(), command.types(), command.secret(), command.after()));
    }

    @CommandHandler
    void advance(AdvanceWebhook command) {
        if (command.position() > state.position() || state.failures() > 0) {
            apply(new WebhookAdvanced(
                    state.clientId(), state.webhookId(), Math.max(command.position(), state.position())));
        }
    }

    /** A failure that was on its way while somebody removed or suspended the subscription says nothing new. */
    @CommandHandler
    void fail(RecordWebhookFailure command) {
        if (state.status() != Status.ACTIVE) {
            return;
        }
        int failures = state.failures() + 1;
        Instant retryAt = command.at().plus(pauseAfter(failures));
        apply(new WebhookFailed(
                state.clientId(), state.webhookId(), command.position(), failures, command.why(), retryAt));
        if (failures >= MOST_FAILURES) {
            apply(new WebhookSuspended(state.clientId(), state.webhookId(), command.position(), command.why()));
        }
    }

    static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Resuming what runs makes it try at once. */
    @CommandHandler
    void resume(ResumeWebhook command) {
        refuseWhenRemoved();
        apply(new WebhookResumed(state.clientId(), state.webhookId()));
    }

    @CommandHandler
    void remove(RemoveWebhook command) {
        refuseWhenRemoved();
        apply(new WebhookRemoved(state.clientId(), state.webhookId()));
    }

    private void refuseWhenRemoved() {
        if (state.status() == Status.REMOVED) {
            throw Refusal.notFound("webhook-not-found", "webhook '" + state.webhookId() + "' was removed");
        }
    }

    @EventSourcingHandler
    void on(WebhookSubscribed event) {
        state = new WebhookState(event.clientId(), event.webhookId(), Status.ACTIVE, event.after(), 0);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(WebhookAdvanced event) {
        state = state.at(event.position());
    }

    @EventSourcingHandler
    void on(WebhookFailed event) {
        state = state.failed(event.failures());
    }

    @EventSourcingHandler
    void on(WebhookSuspended event) {
        state = state.with(Status.SUSPENDED);
    }

    @EventSourcingHandler
    void on(WebhookResumed event) {
        state = state.with(Status.ACTIVE);
    }

    @EventSourcingHandler
    void on(WebhookRemoved event) {
        state = state.with(Status.REMOVED);
    }

    public WebhookState state() {
        return state;
    }
}
