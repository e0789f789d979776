package io.seikyu.benchmarks.history;

import io.seikyu.benchmarks.review.Portfolio;
import io.seikyu.contract.Event;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a {@link Lived} client company left in the log, commit by commit, to be written again under other names. */
public final class Template {
    private static final String FILLER = ",\"filler\":\"%s\"";

    private final List<StoredCommit> before = new ArrayList<>();
    private final List<List<Line>> commits = new ArrayList<>();
    private int atLeast;

    /** An event as text, nothing sealed. */
    private record Line(NewEvent event, Class<? extends Event> type, String text, String metadata) {}

    /** @param work where it was lived */
    public static Template read(Path work) {
        Path data = work.resolve("data");
        EventCodec codec = new EventCodec(new FileSubjectKeys(data.resolve("subject-keys")));
        Template template = new Template();
        try (RocksEventLog log = RocksEventLog.open(data.resolve("log"), Clock.systemUTC())) {
            for (long position = 0; position <= log.head(); ) {
                for (StoredCommit commit : log.read(position, 500)) {
                    template.add(commit, codec);
                    position = commit.lastPosition() + 1;
                }
            }
        }
        return template;
    }

    private void add(StoredCommit commit, EventCodec codec) {
        if (!commit.commit().tenant().equals(Portfolio.CLIENT)) {
            before.add(commit);
            return;
        }
        commits.add(commit.commit().events().stream()
                .map(event -> line(event, codec))
                .toList());
    }

    private static Line line(NewEvent event, EventCodec codec) {
        Event payload = (Event) codec.decode(event.type(), event.revision(), event.payload());
        return new Line(
                event,
                payload.getClass(),
                EventJson.mapper().writeValueAsString(payload),
                new String(event.metadata(), StandardCharsets.UTF_8));
    }

    /** From now on an event that has fewer bytes of payload and metadata is given more of the latter. */
    public void fillUpTo(int bytes) {
        atLeast = bytes;
    }

    /** How many commits one client company is. */
    int commits() {
        return commits.size();
    }

    /** What is not of the client company: policies, keys, the clock. */
    public List<StoredCommit> before() {
        return before;
    }

    /** That commit, of another client company. */
    List<NewEvent> commit(int number, String client, EventCodec codec) {
        return commits.get(number).stream()
                .map(line -> event(line, client, codec))
                .toList();
    }

    private NewEvent event(Line line, String client, EventCodec codec) {
        NewEvent event = line.event();
        StoredPayload payload = codec.encode(EventJson.mapper().readValue(renamed(line.text(), client), line.type()));
        return new NewEvent(
                UUID.randomUUID().toString(),
                stream(event.stream(), client),
                event.sequence(),
                payload.name(),
                payload.revision(),
                event.at(),
                payload.bytes(),
                filledUp(renamed(line.metadata(), client), payload.bytes().length)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String filledUp(String metadata, int others) {
        int missing = atLeast - others - metadata.getBytes(StandardCharsets.UTF_8).length - FILLER.length();
        return missing <= 0
                ? metadata
                : metadata.substring(0, metadata.length() - 1) + String.format(FILLER, "x".repeat(missing)) + "}";
    }

    private static String stream(String stream, String client) {
        if (stream == null) {
            return null;
        }
        // the client company is a thing of itself
        return client
                + stream.substring(Portfolio.CLIENT.length()).replaceAll("/" + Portfolio.CLIENT + "$", "/" + client);
    }

    private static String renamed(String text, String client) {
        return text.replace('"' + Portfolio.CLIENT + '"', '"' + client + '"')
                .replace('"' + Portfolio.CLIENT + '/', '"' + client + '/');
    }
}
