package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.CommandServer;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.mongo.TestMongo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;

/**
 * The sagas hear everything three times, and of payers in an order that is none: no message goes out twice, and none is
 * forgotten. {@code -Dseikyu.dunning.payers=} makes it larger.
 */
@Timeout(3_600)
class RedeliveryIT {
    private static final int PAYERS = Integer.getInteger("seikyu.dunning.payers", 4);
    private static final Pattern PAYER = Pattern.compile("\\bp\\d+\\b");

    @TempDir
    private Path data;

    private final Random random = new Random(6);

    @Test
    void whatIsHeardThreeTimesInAnyOrderOfThePayersIsSaidOnce() throws Exception {
        try (CommandServer server = CommandServer.start(data, TestMongo.uriFor(data), Debtors.SANDBOX)) {
            server.bean("followingForDunning", SmartLifecycle.class).stop();
            EventHandlerInvoker sagas = DunningFollower.manager(
                    new DunningSagaStore(server.bean(MongoDatabase.class).getCollection("redelivered")),
                    server.bean(Deciding.class));
            Debtors debtors = new Debtors(server, true);
            LocalDate due = null;
            for (int i = 0; i < PAYERS; i++) {
                due = debtors.owes("p" + i);
            }
            for (int day : new int[] {0, 2, 6}) {
                deliverThreeTimes(server, sagas);
                debtors.until(Debtors.bankingDays(due, day), 10);
            }
            // what became of the last reminders leads to decisions; whatever is heard after those is known
            deliverThreeTimes(server, sagas);
            deliverThreeTimes(server, sagas);
            long head = server.log().head();
            deliverThreeTimes(server, sagas);

            assertThat(server.log().head()).isEqualTo(head);
            for (int i = 0; i < PAYERS; i++) {
                String invoice = "acme/invoice/p" + i + "-1";
                assertThat(debtors.count(invoice, "invoice.reminded"))
                        .as(invoice)
                        .isEqualTo(stages(server, invoice));
                assertThat(debtors.count(invoice, "invoice.reminder-confirmed"))
                        .as(invoice)
                        .isEqualTo(stages(server, invoice));
                assertThat(said(server, invoice))
                        .as(invoice)
                        .contains("R1", "R2")
                        .doesNotHaveDuplicates();
            }
            assertThat(Debtors.mails(data)).hasSize((int) total(server));
        }
    }

    private static List<String> said(CommandServer server, String invoice) {
        Pattern stage = Pattern.compile("\"stage\":\"(R\\d)\"");
        return server.log().readStream(invoice, 0, 500).stream()
                .map(stored -> stored.event())
                .filter(event -> event.type().equals("invoice.reminded"))
                .map(event -> stage.matcher(new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private static long stages(CommandServer server, String invoice) {
        return said(server, invoice).stream().distinct().count();
    }

    private static long total(CommandServer server) {
        long total = 0;
        for (int i = 0; i < PAYERS; i++) {
            total += stages(server, "acme/invoice/p" + i + "-1");
        }
        return total;
    }

    /** Each time the events of one payer in their order, and those of several by turns as it happens. */
    private void deliverThreeTimes(CommandServer server, EventHandlerInvoker sagas) throws Exception {
        List<TrackedEventMessage<?>> all = all(server.bean(LogEventStore.class));
        for (int time = 0; time < 3; time++) {
            Map<String, Deque<TrackedEventMessage<?>>> byPayer = new LinkedHashMap<>();
            all.forEach(event -> byPayer.computeIfAbsent(payer(event), any -> new ArrayDeque<>())
                    .add(event));
            List<Deque<TrackedEventMessage<?>>> waiting = new ArrayList<>(byPayer.values());
            while (!waiting.isEmpty()) {
                Deque<TrackedEventMessage<?>> next = waiting.get(random.nextInt(waiting.size()));
                TrackedEventMessage<?> event = next.remove();
                ResultMessage<?> heard = DefaultUnitOfWork.startAndGet(event).executeWithResult(() -> {
                    sagas.handle(event, Segment.ROOT_SEGMENT);
                    return null;
                });
                assertThat(heard.isExceptional()).as(heard.toString()).isFalse();
                if (next.isEmpty()) {
                    waiting.remove(next);
                }
            }
        }
    }

    private static String payer(TrackedEventMessage<?> event) {
        Matcher named = PAYER.matcher(event.getPayload().toString());
        return named.find() ? named.group() : "nobody";
    }

    private static List<TrackedEventMessage<?>> all(LogEventStore events) throws InterruptedException {
        List<TrackedEventMessage<?>> all = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null)) {
            while (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                all.add(stream.nextAvailable());
            }
        }
        return all;
    }
}
