package io.seikyu.command.sending;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which instance of the program this is. */
@Configuration(proxyBeanMethods = false)
public class SendingConfiguration {
    @Bean
    Instance instance(EventLog log, Checkpoints checkpoints, OwnCommands commands) {
        return new Instance(log, checkpoints, commands);
    }
}
