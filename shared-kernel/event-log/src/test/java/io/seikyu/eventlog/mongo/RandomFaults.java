package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.mongo.FaultyWire.Fault;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One write of commits in so many meets a fault, of any kind. */
final class RandomFaults implements Function<WireMessage, Fault> {
    private static final List<Fault> KINDS = List.of(
            FaultyWire.REPLY_LOST,
            FaultyWire.REQUEST_LOST,
            // a write that was rolled back before the majority had it: nobody ever reads it
            (request, server) -> WireReplies.withoutMajority(request, request.reply(WireReplies.inserted())),
            // and one that reached the majority after its writer was told that it had not
            (request, server) -> WireReplies.withoutMajority(request, server.answer(request)));

    private final Random random;
    private final int oneIn;
    private final AtomicInteger happened = new AtomicInteger();

    RandomFaults(long seed, int oneIn) {
        this.random = new Random(seed);
        this.oneIn = oneIn;
    }

    int happened() {
        return happened.get();
    }

    @Override
    public synchronized Fault apply(WireMessage request) {
        if (!request.is("insert", CommitStore.NAME) || random.nextInt(oneIn) > 0) {
            return FaultyWire.NONE;
        }
        happened.incrementAndGet();
        return KINDS.get(random.nextInt(KINDS.size()));
    }
}
