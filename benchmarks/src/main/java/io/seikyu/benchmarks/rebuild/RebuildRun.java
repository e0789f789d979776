package io.seikyu.benchmarks.rebuild;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.management.OperatingSystemMXBean;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projection;
import io.seikyu.projection.ProjectionSettings;
import io.seikyu.projection.Projections;
import io.seikyu.query.AllProjections;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Makes views from nothing, in a process of its own: once as the first thing it does, and once more. */
final class RebuildRun {
    private static final int TIMES = 2;

    private RebuildRun() {}

    /** {@code args}: what feeds them, {@code all} or the name of a view, directory of the events. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[2]);
        List<Projection<?>> wanted = AllProjections.list().stream()
                .filter(projection -> args[1].equals("all") || args[1].equals(projection.name()))
                .toList();
        try (Source source = Source.open(args[0], directory)) {
            for (int time = 0; time < TIMES; time++) {
                System.out.println(
                        Figures.LINE + rebuild(source, wanted, directory).line());
            }
        }
        System.exit(0);
    }

    private static Figures rebuild(Source source, List<Projection<?>> wanted, Path directory) throws Exception {
        Path views = Files.createTempDirectory(directory, "views");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(views);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoDatabase database = client.getDatabase("bench");
            long cpu = processorTime();
            long began = System.nanoTime();
            try (Projections projections = new Projections(
                    database,
                    source.log(),
                    source.store(),
                    tokens(database),
                    Clock.systemUTC(),
                    ProjectionSettings.alone(),
                    wanted)) {
                projections.start();
                for (LiveProjection<?> live : projections.all()) {
                    while (live.position() < source.log().head()) {
                        Thread.sleep(5);
                    }
                }
                double seconds = (System.nanoTime() - began) / 1e9;
                double processor = (processorTime() - cpu) / 1e9;
                return new Figures(
                        source.log().head() + 1,
                        seconds,
                        processor,
                        residentMegabytes(),
                        documents(projections, database));
            }
        }
    }

    /** Also makes sure that nothing waits because it could not be applied. */
    private static long documents(Projections projections, MongoDatabase database) {
        for (LiveProjection<?> live : projections.all()) {
            if (!live.parked().all().isEmpty()) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT, "%s waits", live.parked().all().get(0)));
            }
        }
        long documents = 0;
        for (String name : database.listCollectionNames()) {
            documents += name.startsWith("view_") ? database.getCollection(name).countDocuments() : 0;
        }
        return documents;
    }

    private static TokenStore tokens(MongoDatabase database) {
        return MongoTokenStore.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(database).build())
                .serializer(Jackson3Serializer.builder().build())
                .build();
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The most that it ever was. */
    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
