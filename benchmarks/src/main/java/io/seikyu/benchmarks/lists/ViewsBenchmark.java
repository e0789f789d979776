package io.seikyu.benchmarks.lists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.seikyu.embedded.EmbeddedMongo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;

/**
 * What the views' store itself does, without the rest of the program: documents like those of invoices written as a
 * projection writes them, and asked for as lists do, in the server inside the process and through the driver. With
 * {@code plain} it has the one index that it had before there were ordered ones; run that with the classes of then.
 */
public final class ViewsBenchmark {
    private static final int BATCH = 256;
    private static final int PAGE = 51;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> INDEXED = List.of(
            "status",
            "accountId",
            "contractId",
            "invoiceNumber",
            "transactionFrom",
            "transactionTo",
            "dueDate",
            "amount",
            "counterparty",
            "disputed",
            "delivered",
            "precedingInvoices");

    private final MongoCollection<Document> views;
    private final int count;

    private ViewsBenchmark(MongoCollection<Document> views, int count) {
        this.views = views;
        this.count = count;
    }

    /** {@code args}: documents, requests for each question, directory to work in, and {@code plain} or nothing. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        int requests = Integer.parseInt(args[1]);
        boolean plain = args.length > 3 && args[3].equals("plain");
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(args[2])), "seikyu-views");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(work);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> views = client.getDatabase("bench").getCollection("views");
            ViewsBenchmark benchmark = new ViewsBenchmark(views, count);
            benchmark.createIndexes(plain);
            benchmark.write();
            benchmark.ask(requests);
            System.out.printf(Locale.ROOT, "file: %,d MB%n", Files.size(work.resolve("store.mv")) >> 20);
        }
    }

    private void createIndexes(boolean plain) {
        if (plain) {
            views.createIndex(Indexes.ascending("_id", "position"), new IndexOptions().unique(true));
            return;
        }
        views.createIndex(Indexes.ascending("id"));
        views.createIndex(Indexes.ascending("tenant", "_id"));
        INDEXED.forEach(field -> views.createIndex(Indexes.ascending("tenant", "search." + field, "_id")));
        views.createIndex(Indexes.ascending("tenant", "search.open", "search.dueDate", "_id"));
        views.createIndex(Indexes.ascending("tenant", "search.transactionMonths", "search.transactionTo", "_id"));
    }

    private void write() {
        long began = System.nanoTime();
        inBatches(number -> new InsertOneModel<>(document(number, 0)));
        print("inserted", began);
        began = System.nanoTime();
        inBatches(number -> new ReplaceOneModel<>(
                Filters.and(Filters.eq("_id", id(number)), Filters.eq("position", (long) number)),
                document(number, 1)));
        print("replaced", began);
    }

    private void print(String what, long began) {
        System.out.printf(
                Locale.ROOT, "%s: %,.0f documents a second%n", what, count / ((System.nanoTime() - began) / 1e9));
    }

    private void inBatches(IntFunction<WriteModel<Document>> write) {
        List<WriteModel<Document>> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(write.apply(i));
            if (batch.size() == BATCH || i == count - 1) {
                views.bulkWrite(batch, new BulkWriteOptions().ordered(false));
                batch.clear();
            }
        }
    }

    private static String id(int number) {
        return "bench/invoice/i" + number;
    }

    private Document document(int number, int round) {
        int payer = number % 500;
        LocalDate day = FIRST_DAY.plusDays(number / 500);
        Document search = new Document("status", round == 0 ? "APPROVED" : number % 200 == 0 ? "PAID" : "ISSUED")
                .append("accountId", "p" + payer)
                .append("amount", new Decimal128(40_000L + number % 9_973))
                .append("contractId", "c" + payer)
                .append("counterparty", "計測" + payer + "株式会社")
                .append("delivered", number % 100 == 0)
                .append("disputed", number % 1_000 == 0)
                .append("dueDate", day.plusDays(45).toString())
                .append("invoiceNumber", "B-" + number)
                .append("open", number % 200 != 0)
                .append("precedingInvoices", List.of())
                .append("transactionFrom", day.toString())
                .append("transactionMonths", List.of(day.toString().substring(0, 7)))
                .append("transactionTo", day.toString());
        List<Document> lines = new ArrayList<>();
        for (int line = 0; line < 3; line++) {
            lines.add(new Document("kind", "ITEM")
                    .append("code", "SVC")
                    .append("description", "保守サービス")
                    .append("quantity", "1")
                    .append("unitPrice", "12000")
                    .append("amount", "12000")
                    .append("taxCategory", "STANDARD"));
        }
        Document version = new Document("number", 1)
                .append("lines", lines)
                .append("issuer", new Document("name", "株式会社計測商会").append("registrationNumber", "T7123456789012"))
                .append("recipient", new Document("name", "計測" + payer + "株式会社"))
                .append("total", "43000");
        return new Document("_id", id(number))
                .append("tenant", "bench")
                .append("id", "i" + number)
                .append("position", (long) number + (long) round * count)
                .append("version", (long) round)
                .append("sources", List.of(new Document("stream", id(number)).append("position", (long) number)))
                .append("search", search)
                .append("view", new Document("invoiceId", "i" + number).append("versions", List.of(version)));
    }

    private void ask(int requests) {
        String today = FIRST_DAY.plusDays(100).toString();
        measure(requests, "all", i -> new Document());
        measure(requests, "status, half a percent", i -> eq("status", "PAID"));
        measure(requests, "status, nearly all", i -> eq("status", "ISSUED"));
        measure(requests, "status, none", i -> eq("status", "CANCELLED"));
        measure(requests, "account", i -> eq("accountId", "p" + i % 500));
        measure(requests, "number", i -> eq("invoiceNumber", "B-" + i * 37 % count));
        measure(requests, "part of a name, one payer", i -> named("計測" + (100 + i % 400) + "株"));
        measure(requests, "part of a name, all", i -> named("株式"));
        measure(requests, "part of a name, none", i -> named("無関係"));
        measure(requests, "transaction on a day", i -> period(i * 7 % 200, 0));
        measure(requests, "transaction within 31 days", i -> period(i * 7 % 170, 30));
        measure(requests, "transaction before all", i -> Filters.lte("search.transactionFrom", "2020-01-01"));
        measure(requests, "due within 31 days", i -> between("dueDate", day(i * 7 % 170 + 45), day(i * 7 % 170 + 75)));
        measure(requests, "amount, narrow", i -> between("amount", new Decimal128(45_000), new Decimal128(45_010)));
        measure(requests, "amount, above all", i -> Filters.gte("search.amount", new Decimal128(90_000)));
        measure(requests, "overdue", i -> Filters.and(eq("open", true), Filters.lt("search.dueDate", today)));
        measure(
                requests,
                "not overdue",
                i -> Filters.or(
                        eq("open", false), Filters.gte("search.dueDate", today), Filters.eq("search.dueDate", null)));
        measure(requests, "disputed", i -> eq("disputed", true));
        measure(requests, "lacks an amount", i -> Filters.eq("search.amount", null));
        measure(
                requests,
                "name, period and amount",
                i -> Filters.and(
                        named("計測" + i % 500),
                        period(i * 7 % 170, 30),
                        between("amount", new Decimal128(45_000), new Decimal128(48_000))));
    }

    private static Bson eq(String field, Object value) {
        return Filters.eq("search." + field, value);
    }

    private static Bson named(String part) {
        return Filters.regex("search.counterparty", Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE));
    }

    private static Bson between(String field, Object from, Object to) {
        return Filters.and(Filters.gte("search." + field, from), Filters.lte("search." + field, to));
    }

    private static Bson period(int first, int days) {
        LocalDate from = FIRST_DAY.plusDays(first);
        LocalDate to = from.plusDays(days);
        return Filters.and(
                Filters.gte("search.transactionTo", from.toString()),
                Filters.lte("search.transactionFrom", to.toString()),
                Filters.in(
                        "search.transactionMonths",
                        from.toString().substring(0, 7),
                        to.toString().substring(0, 7),
                        "long"));
    }

    private static String day(int number) {
        return FIRST_DAY.plusDays(number).toString();
    }

    private void measure(int requests, String name, IntFunction<Bson> filter) {
        int shown = 0;
        long[] nanos = new long[requests];
        for (int i = -requests / 2; i < requests; i++) {
            Bson query = Filters.and(Filters.eq("tenant", "bench"), filter.apply(Math.abs(i)));
            long began = System.nanoTime();
            List<Document> page = views.find(query)
                    .sort(Sorts.ascending("_id"))
                    .limit(PAGE)
                    .batchSize(PAGE)
                    .into(new ArrayList<>());
            if (i >= 0) {
                nanos[i] = System.nanoTime() - began;
                shown = Math.max(shown, page.size());
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: %d shown, median %.1f ms, 95th percentile %.1f ms%n",
                name,
                shown,
                nanos[requests / 2] / 1e6,
                nanos[requests * 95 / 100] / 1e6);
    }
}
