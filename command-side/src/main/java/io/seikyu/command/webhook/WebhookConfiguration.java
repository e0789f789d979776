package io.seikyu.command.webhook;

import io.seikyu.command.message.SendingGate;
import io.seikyu.command.message.SendingGate.Verdict;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.sending.Instance;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.webhook.OpenWebhooks.Subscription;
import io.seikyu.command.work.OpenWork;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.wiring.SharedWiring;
import io.seikyu.web.wiring.Started;
import java.time.Clock;
import java.util.function.Predicate;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who is told of events, and who tells them. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {
    @Bean
    OpenWebhooks openWebhooks() {
        return new OpenWebhooks();
    }

    @Bean
    WebhookAddress webhookAddress(@Value("${seikyu.webhooks-to-private-addresses:false}") boolean privateToo) {
        return new WebhookAddress(privateToo);
    }

    @Bean
    WebhookSender webhookSender(WebhookAddress address, @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock) {
        return new WebhookSender(address.privateToo(), machineClock);
    }

    @Bean
    WebhookDispatcher webhookDispatcher(
            EventLog log,
            CachingRepository<Webhook, WebhookState> webhooks,
            EventCodec codec,
            JsonMapper mapper,
            TokenStore tokens,
            OwnCommands commands,
            WebhookSender sender,
            OpenWork work,
            SendingGate gate,
            Instance instance,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock) {
        Predicate<Subscription> maySend = to -> {
            instance.introduce();
            return gate.look(to.clientId(), instance.name(), machineClock.instant()) != Verdict.CLOSED;
        };
        WebhookCourier courier =
                new WebhookCourier(log, webhooks, codec, mapper, tokens, commands, sender, machineClock, maySend);
        return new WebhookDispatcher(log, work.of(OpenWebhooks.class), courier, machineClock, maySend);
    }

    @Bean
    SmartLifecycle tellingWebhooks(WebhookDispatcher dispatcher) {
        return new Started(dispatcher::start, dispatcher::stop, SmartLifecycle.DEFAULT_PHASE);
    }
}
