package io.seikyu.command.account;

import io.seikyu.command.schedule.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due of payers' accounts. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {
    @Bean
    WhenDue holdsEnd() {
        return new HoldsEnd();
    }
}
