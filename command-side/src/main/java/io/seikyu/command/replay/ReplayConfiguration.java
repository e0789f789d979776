package io.seikyu.command.replay;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.job.JobRunner;
import io.seikyu.command.job.LongWork;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.projection.ParkedEverywhere;
import io.seikyu.projection.Rebuilds;
import io.seikyu.web.wiring.SeikyuProperties;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Going through the log again. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {
    @Bean
    AgencyJobs agencyJobs(Commands commands, JobRunner runner, TimeOrderedIds ids, EventLog log) {
        return new AgencyJobs(commands, runner, ids, log);
    }

    @Bean
    Rebuilds rebuilds(MongoDatabase database) {
        return new Rebuilds(database);
    }

    @Bean
    ParkedEverywhere parkedEverywhere(MongoDatabase database) {
        return new ParkedEverywhere(database);
    }

    @Bean
    LongWork rebuilding(Rebuilds rebuilds) {
        return new Rebuilding(rebuilds);
    }

    @Bean
    LongWork verifying(EventLog log, Checkpoints checkpoints, SeikyuProperties properties) {
        Path folder = properties.dataDir().resolve("verifications");
        return new Verifying(log, checkpoints, new VerificationFiles(folder, 50_000));
    }

    @Bean
    LongWork backingUp(EventLog log, SeikyuProperties properties) {
        return new BackingUp(log, properties.dataDir());
    }
}
