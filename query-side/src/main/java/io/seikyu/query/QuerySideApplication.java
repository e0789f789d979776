package io.seikyu.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query side in a process of its own, on a replica set that the command side writes to. */
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySideApplication {
    public static void main(String[] arguments) {
        // Spring would load converters of all formats meanwhile, and an XSLT processor for one, to have them taken out
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication.run(QuerySideApplication.class, arguments);
    }
}
