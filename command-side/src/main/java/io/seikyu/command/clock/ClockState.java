package io.seikyu.command.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What the clock of a sandbox has to know.
 *
 * @param until the time up to which it was last asked to go, or null
 * @param ahead of the machine's clock
 */
public record ClockState(Instant until, Duration ahead) {}
