package io.seikyu.command.schedule;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.eventlog.EventLog;
import io.seikyu.web.wiring.SharedWiring;
import io.seikyu.web.wiring.Started;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agenda, and who works it. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {
    /** Begins when everything else has begun, and ends before anything else ends. */
    private static final int LAST = Integer.MAX_VALUE;

    @Bean
    AgendaList agendaList() {
        return new AgendaList();
    }

    @Bean
    Schedules schedules(CachingRepository<Schedule, ScheduleState> repository) {
        return new StoredSchedules(repository);
    }

    @Bean
    Agenda agenda(
            EventLog log,
            OpenWork work,
            OwnCommands commands,
            ObjectProvider<WhenDue> works,
            ObjectProvider<Recurring> recurring,
            Clock businessClock,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock) {
        return new Agenda(
                log,
                work.of(AgendaList.class),
                new Works(works.stream().toList(), recurring.stream().toList(), commands),
                commands,
                businessClock,
                machineClock);
    }

    @Bean
    SmartLifecycle workingTheAgenda(Agenda agenda) {
        return new Started(agenda::start, agenda::stop, LAST);
    }
}
