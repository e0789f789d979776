package io.seikyu.web;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.access.AdministratorKey;
import io.seikyu.web.access.KeyRing;
import io.seikyu.web.access.LogKeyEvents;
import io.seikyu.web.paging.Cursors;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Keys and cursors of an application that has a log. */
@AutoConfiguration
@ConditionalOnMissingBean(KeyRing.class)
public class AccessConfiguration {
    @Bean
    LogKeyEvents keyEvents(EventLog log, EventCodec codec) {
        return new LogKeyEvents(log, codec);
    }

    @Bean
    KeyRing keyRing(LogKeyEvents events) {
        return new KeyRing(events, Clock.systemUTC());
    }

    /** All processes on one log read each other's cursors. */
    @Bean
    Cursors cursors(EventLog log) {
        return new Cursors(("cursors of " + log.id()).getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    SmartInitializingSingleton administrator(
            EventLog log, EventCodec codec, KeyRing ring, Clock clock, @Value("${seikyu.admin-key:}") String key) {
        return () -> new AdministratorKey(log, codec, ring, clock).ensure(key, AccessConfiguration::announce);
    }

    /** To the terminal and to no log: this is the only time that anybody sees it. */
    private static void announce(String key) {
        System.out.println("The administrator's key, shown this once: " + key);
    }
}
