package io.seikyu.command.clock;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.schedule.Agenda;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Stillness;
import io.seikyu.web.wiring.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How time passes in a sandbox. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {
    @Bean
    TimeMachine timeMachine(
            EventLog log,
            OwnCommands commands,
            CachingRepository<SandboxClock, ClockState> clocks,
            BusinessClock businessClock,
            Agenda agenda,
            ObjectProvider<Stillness> atWork) {
        return new TimeMachine(log, commands, clocks, businessClock, agenda, atWork::stream);
    }
}
