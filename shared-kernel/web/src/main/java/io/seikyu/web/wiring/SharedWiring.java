package io.seikyu.web.wiring;

import com.mongodb.client.MongoDatabase;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.erasure.Erasures;
import io.seikyu.eventlog.mongo.MongoEventLog;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import io.seikyu.eventlog.subjectkeys.MongoSubjectKeys;
import io.seikyu.web.access.KeyEvents;
import io.seikyu.web.access.KeyRing;
import io.seikyu.web.access.LogKeyEvents;
import io.seikyu.web.paging.Cursors;
import io.seikyu.web.reading.ReadJournal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * What command side, query side and the two in one process have in common; an application imports it. Without
 * {@code seikyu.mongodb-uri} the log is on RocksDB under {@code <data>/log}, for this process alone, and a
 * {@link MongoAddress} bean says where derived data goes. With it everything is on that replica set.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeikyuProperties.class)
@Import({MongoWiring.class, AxonWiring.class})
public class SharedWiring {
    /** Names the clock of leases, claims, back-off and the expiry of keys; it is never moved. */
    public static final String MACHINE_CLOCK = "machineClock";

    /** Dates events, schedules and interest. */
    @Bean
    @Primary
    BusinessClock businessClock(@Qualifier(MACHINE_CLOCK) Clock machineClock) {
        return new BusinessClock(machineClock);
    }

    @Bean(MACHINE_CLOCK)
    @Qualifier(MACHINE_CLOCK)
    Clock machineClock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessDay businessDay(Clock businessClock) {
        return new BusinessDay(businessClock);
    }

    /** The business clock shows what the log says, and what it says is erased is, before anything is read or written. */
    @Bean
    EventLog eventLog(
            SeikyuProperties properties,
            ObjectProvider<MongoDatabase> mongo,
            BusinessClock businessClock,
            EventCodec codec,
            SubjectKeys keys,
            @Value("${seikyu.sandbox:false}") boolean sandbox) {
        EventLog log = properties.sharedMongo().isPresent()
                ? MongoEventLog.open(mongo.getObject(), businessClock)
                : RocksEventLog.open(properties.dataDir().resolve("log"), businessClock);
        Erasures.complete(log, keys);
        SandboxTime.set(log, codec, businessClock, sandbox);
        return log;
    }

    /** Other processes on the same log may move the clock as well. */
    @Bean
    @ConditionalOnBooleanProperty("seikyu.sandbox")
    SandboxTime sandboxTime(EventLog log, EventCodec codec, BusinessClock businessClock) {
        return SandboxTime.following(log, codec, businessClock);
    }

    /** Where this process vouches for the log, outside its store. */
    @Bean
    Checkpoints checkpoints(SeikyuProperties properties) {
        return Checkpoints.in(properties.dataDir().resolve("checkpoints"));
    }

    @Bean
    Vouching vouching(EventLog log, Checkpoints checkpoints, @Qualifier(MACHINE_CLOCK) Clock machineClock) {
        return new Vouching(log, checkpoints, machineClock);
    }

    @Bean
    SubjectKeys subjectKeys(SeikyuProperties properties, ObjectProvider<MongoDatabase> mongo) {
        return properties.sharedMongo().isPresent()
                ? new MongoSubjectKeys(mongo.getObject())
                : new FileSubjectKeys(properties.dataDir().resolve("subject-keys"));
    }

    /** {@code seikyu.reads-recorded=false} keeps none. */
    @Bean
    @ConditionalOnBooleanProperty(name = "seikyu.reads-recorded", matchIfMissing = true)
    ReadJournal readJournal(
            EventLog log,
            EventCodec codec,
            Clock businessClock,
            @Qualifier(MACHINE_CLOCK) Clock machineClock,
            @Value("${seikyu.reads-gathered-for:PT1S}") Duration every) {
        return new ReadJournal(log, codec, businessClock, machineClock, every);
    }

    @Bean
    KeyEvents keyEvents(EventLog log, EventCodec codec) {
        return new LogKeyEvents(log, codec);
    }

    @Bean
    KeyRing keyRing(KeyEvents events, @Qualifier(MACHINE_CLOCK) Clock machineClock) {
        return new KeyRing(events, machineClock);
    }

    /** A cursor tells nothing that its reader may not see; its signature only keeps made-up ones out. */
    @Bean
    Cursors cursors(EventLog log) {
        return new Cursors(("cursors of " + log.id()).getBytes(StandardCharsets.UTF_8));
    }
}
