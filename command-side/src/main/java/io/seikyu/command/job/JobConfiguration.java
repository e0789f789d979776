package io.seikyu.command.job;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.work.OpenWork;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.wiring.Started;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs, of whatever kind. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {
    /** Begins when everything else has begun, and ends before anything else ends. */
    private static final int LAST = Integer.MAX_VALUE;

    @Bean
    OpenJobs openJobs() {
        return new OpenJobs();
    }

    @Bean
    JobInput jobInput(EventLog log, EventCodec codec, SubjectKeys keys, Clock businessClock) {
        return new JobInput(log, codec, keys, businessClock);
    }

    @Bean
    JobRunner jobRunner(
            OpenWork work,
            CachingRepository<Job, JobState> jobs,
            ObjectProvider<RowWork> rows,
            ObjectProvider<LongWork> others,
            JobInput input,
            OwnCommands commands,
            Clock businessClock,
            @Value("${seikyu.jobs.look-every:PT1S}") Duration lookEvery) {
        RowBatches batches = new RowBatches(rows.stream().toList(), input, commands);
        LongWorks works = new LongWorks(others.stream().toList(), commands);
        return new JobRunner(work.of(OpenJobs.class), jobs, batches, works, input, commands, businessClock, lookEvery);
    }

    @Bean
    SmartLifecycle workingOffJobs(JobRunner runner) {
        return new Started(runner::start, runner::stop, LAST);
    }
}
