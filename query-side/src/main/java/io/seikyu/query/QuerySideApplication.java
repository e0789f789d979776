package io.seikyu.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query side in a process of its own, on a replica set that the command side writes to. */
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySideApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(QuerySideApplication.class, arguments);
    }
}
