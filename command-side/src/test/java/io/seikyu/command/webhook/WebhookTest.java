package io.seikyu.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Refusal;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final WebhookId HOOK = new WebhookId("acme", "w1");
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final WebhookSubscribed SUBSCRIBED =
            new WebhookSubscribed("acme", "w1", "https://example.com/hooks", List.of(), "whsec_", 41);

    private final FixtureConfiguration<Webhook> fixture = new AggregateTestFixture<>(Webhook.class)
            .registerCommandTargetResolver(new io.seikyu.command.store.TargetOfCommand());

    @Test
    void isNotMadeForAClientThatIsNotOnFile() {
        fixture.registerInjectableResource((Clients) id -> Optional.empty())
                .givenNoPriorActivity()
                .when(new SubscribeWebhook(HOOK, "https://example.com/hooks", List.of(), "whsec_", 41))
                .expectException(Refusal.class)
                .expectExceptionMessage("there is no client 'acme'");
    }

    @Test
    void afterAFailurePausesAndTriesAgain() {
        fixture.given(SUBSCRIBED, new WebhookFailed("acme", "w1", 42, 1, "answered 500", NOW))
                .when(new RecordWebhookFailure(HOOK, 42, "answered 502", NOW))
                .expectEvents(new WebhookFailed("acme", "w1", 42, 2, "answered 502", NOW.plusSeconds(2)));
    }

    @Test
    void pausesDoubleUpToAnHourAndAddUpToThreeDays() {
        assertThat(IntStream.rangeClosed(1, 13).mapToObj(Webhook::pauseAfter).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L, 2048L, 3600L);
        Duration all = IntStream.rangeClosed(1, Webhook.MOST_FAILURES)
                .mapToObj(Webhook::pauseAfter)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofHours(74));
    }

    @Test
    void givesUpAfterThreeDays() {
        fixture.given(SUBSCRIBED, new WebhookFailed("acme", "w1", 42, Webhook.MOST_FAILURES - 1, "no answer", NOW))
                .when(new RecordWebhookFailure(HOOK, 42, "no answer", NOW))
                .expectEvents(
                        new WebhookFailed(
                                "acme", "w1", 42, Webhook.MOST_FAILURES, "no answer", NOW.plus(Duration.ofHours(1))),
                        new WebhookSuspended("acme", "w1", 42, "no answer"));
    }

    @Test
    void aSuspendedOneIsResumedByAPersonAndCountsAnew() {
        fixture.given(
                        SUBSCRIBED,
                        new WebhookFailed("acme", "w1", 42, Webhook.MOST_FAILURES, "no answer", NOW),
                        new WebhookSuspended("acme", "w1", 42, "no answer"),
                        new WebhookResumed("acme", "w1"))
                .when(new RecordWebhookFailure(HOOK, 42, "no answer", NOW))
                .expectEvents(new WebhookFailed("acme", "w1", 42, 1, "no answer", NOW.plusSeconds(1)));
    }

    @Test
    void successEndsARowOfFailures() {
        fixture.given(SUBSCRIBED, new WebhookFailed("acme", "w1", 42, 3, "no answer", NOW))
                .when(new AdvanceWebhook(HOOK, 41))
                .expectEvents(new WebhookAdvanced("acme", "w1", 41))
                .expectState(it -> assertThat(it.state().failures()).isZero());
    }

    @Test
    void neverGoesBack() {
        fixture.given(SUBSCRIBED, new WebhookAdvanced("acme", "w1", 1000))
                .when(new AdvanceWebhook(HOOK, 999))
                .expectNoEvents();
    }

    @Test
    void isGoneOnceRemoved() {
        fixture.given(SUBSCRIBED, new WebhookRemoved("acme", "w1"))
                .when(new ResumeWebhook(HOOK))
                .expectException(Refusal.class);
        fixture.given(SUBSCRIBED, new WebhookRemoved("acme", "w1"))
                .when(new RecordWebhookFailure(HOOK, 42, "no answer", NOW))
                .expectNoEvents();
        fixture.given(SUBSCRIBED).when(new RemoveWebhook(HOOK)).expectEvents(new WebhookRemoved("acme", "w1"));
    }
}
