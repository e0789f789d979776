package io.seikyu.command;

import io.seikyu.web.wiring.SharedWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own; any number of them share one replica set. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SharedWiring.class, CommandSide.class})
public class CommandSideApplication {
    public static void main(String[] args) {
        // Spring would load converters of all formats meanwhile, and an XSLT processor for one, to have them taken out
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication.run(CommandSideApplication.class, args);
    }
}
