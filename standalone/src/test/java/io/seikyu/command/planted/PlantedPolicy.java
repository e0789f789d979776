package io.seikyu.command.planted;

import java.time.Instant;
import org.slf4j.LoggerFactory;

/** Breaks two walls on purpose: a policy that logs and that asks for the time. */
public class PlantedPolicy {
    public Instant decide() {
        LoggerFactory.getLogger(PlantedPolicy.class).info("deciding");
        return Instant.now();
    }
}
