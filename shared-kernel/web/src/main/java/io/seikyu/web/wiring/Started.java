package io.seikyu.web.wiring;

import org.springframework.context.SmartLifecycle;

/** Something that begins and ends with the application, at its place in the order. */
public final class Started implements SmartLifecycle {
    private final Runnable begin;
    private final Runnable end;
    private final int phase;
    private volatile boolean running;

    /** @param phase what has the lower one begins earlier and ends later */
    public Started(Runnable begin, Runnable end, int phase) {
        this.begin = begin;
        this.end = end;
        this.phase = phase;
    }

    @Override
    public void start() {
        begin.run();
        running = true;
    }

    @Override
    public void stop() {
        end.run();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
