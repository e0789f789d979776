package io.seikyu.command.reaction;

import io.seikyu.command.work.OpenWork;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.wiring.Started;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who follows the log and reacts. */
@Configuration(proxyBeanMethods = false)
public class ReactionConfiguration {
    /** Begins when everything else has begun, and ends before anything else ends. */
    private static final int LAST = Integer.MAX_VALUE;

    @Bean(destroyMethod = "")
    Reactions reactions(EventLog log, EventCodec codec, ObjectProvider<Reaction> reactions, OpenWork work) {
        return new Reactions(log, codec, reactions.stream().toList(), work::isFarBehind);
    }

    @Bean
    SmartLifecycle reacting(Reactions reactions) {
        return new Started(reactions::start, reactions::stop, LAST);
    }
}
