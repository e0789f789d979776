package io.seikyu.contract.webhook;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.WebhookId;
import java.time.Instant;
import java.util.List;

/** What can be asked of a subscription to events. */
public sealed interface WebhookCommand extends Command {
    @Override
    WebhookId target();

    /**
     * @param types  stored names of the events that are wanted; empty: all
     * @param secret what its messages are signed with
     * @param after  the last position that is not wanted any more
     */
    record SubscribeWebhook(WebhookId target, String url, List<String> types, String secret, long after)
            implements WebhookCommand {}

    /** The receiver took everything up to {@code position}, as far as it was for him. */
    record AdvanceWebhook(WebhookId target, long position) implements WebhookCommand {}

    /** @param why a status or the kind of failure, never what was sent */
    record RecordWebhookFailure(WebhookId target, long position, String why, Instant at) implements WebhookCommand {}

    record ResumeWebhook(WebhookId target) implements WebhookCommand {}

    record RemoveWebhook(WebhookId target) implements WebhookCommand {}
}
