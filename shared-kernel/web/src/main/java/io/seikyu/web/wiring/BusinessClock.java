package io.seikyu.web.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, and in a sandbox ahead of it. Real time goes on from where it was moved to. It never goes back. */
public final class BusinessClock extends Clock {
    private final Clock machineClock;
    private volatile Duration ahead = Duration.ZERO;

    public BusinessClock(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /** As the log says; what is less than it is already changes nothing. */
    public synchronized void beAhead(Duration duration) {
        if (duration.compareTo(ahead) > 0) {
            ahead = duration;
        }
    }

    @Override
    public Instant instant() {
        return machineClock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException always: days are counted by {@link io.seikyu.contract.calendar.BusinessDay} */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the business clock tells instants");
    }
}
