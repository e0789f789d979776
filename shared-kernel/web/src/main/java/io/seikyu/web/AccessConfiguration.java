package io.seikyu.web;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.access.AdministratorKey;
import io.seikyu.web.access.KeyRing;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** Lets the first administrator into an application that has a log; {@code seikyu.first-administrator=false} does not. */
@AutoConfiguration
@ConditionalOnBean(EventLog.class)
@ConditionalOnBooleanProperty(name = "seikyu.first-administrator", matchIfMissing = true)
public class AccessConfiguration {
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
