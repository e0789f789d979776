package io.seikyu.embedded.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;

/** Documents and questions about them, drawn from few values so that questions hit. */
final class RandomDocuments {
    static final List<String> FIELDS =
            List.of("tenant", "status", "n", "s", "d", "x", "tags", "sub.a", "subs.k", "subs.v", "_id");

    private static final List<String> WORDS =
            List.of("", "a", "ab", "abc", "abd", "b", "B", "株式会社", "株式", "a\u0000", "a\u0001", "😀", "\uE000", "abc.d");

    private final Random random;
    private final boolean wild;

    /** @param wild with values whose order not even the server is sure of */
    RandomDocuments(Random random, boolean wild) {
        this.random = random;
        this.wild = wild;
    }

    Document document(Object id) {
        Document document = new Document("_id", id);
        document.append("tenant", "t" + random.nextInt(4)).append("status", one("NEW", "ISSUED", "PAID"));
        perhaps(document, "n", this::number);
        perhaps(document, "s", this::word);
        perhaps(document, "d", () -> new Date(random.nextInt(20) * 1_000L - 5_000));
        perhaps(document, "x", () -> value(2));
        perhaps(document, "tags", () -> some(this::word));
        perhaps(document, "sub", () -> random.nextInt(5) == 0 ? word() : new Document("a", value(1)));
        perhaps(document, "subs", () -> some(this::pair));
        return document;
    }

    private Object pair() {
        Document pair = new Document("k", one("i", "j", "k"));
        perhaps(pair, "v", () -> random.nextInt(5));
        return wild && random.nextInt(10) == 0 ? "no document" : pair;
    }

    private void perhaps(Document document, String field, Supplier<Object> value) {
        switch (random.nextInt(8)) {
            case 0 -> {}
            case 1 -> document.append(field, null);
            default -> document.append(field, value.get());
        }
    }

    /** Of two empty arrays the server takes either as the lesser. */
    private List<Object> some(Supplier<Object> value) {
        List<Object> some = new ArrayList<>();
        for (int i = wild ? random.nextInt(4) : 1 + random.nextInt(3); i > 0; i--) {
            some.add(wild && random.nextInt(12) == 0 ? some(value) : value.get());
        }
        return some;
    }

    private Object word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private Object number() {
        if (wild && random.nextInt(5) == 0) {
            return one(
                    Double.NaN,
                    -0.0,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    3_000_000_000.5,
                    3_000_000_000L,
                    -3_000_000_000.5,
                    new Decimal128(new BigDecimal("0.10000000000000000001")),
                    new Decimal128(new BigDecimal("1E400")),
                    1e30);
        }
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(10) - 3;
            case 1 -> (long) random.nextInt(10) - 3;
            case 2 -> random.nextInt(10) / 4.0 - 1;
            case 3 -> new Decimal128(BigDecimal.valueOf(random.nextInt(100) - 30, 1));
            case 4 -> (1L << 60) + random.nextInt(3);
            default -> new Decimal128(BigDecimal.valueOf(random.nextInt(10)));
        };
    }

    /** Anything, documents up to that depth. */
    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0, 1 -> number();
            case 2, 3 -> word();
            case 4 -> random.nextBoolean();
            case 5 -> new Date(random.nextInt(5) * 1_000L);
            case 6 ->
                one(
                        new ObjectId("0123456789abcdef0123456" + random.nextInt(3)),
                        new UUID(random.nextInt(3) - 1L, random.nextInt(2)),
                        new Binary(new byte[] {(byte) random.nextInt(3), (byte) -random.nextInt(3)}),
                        new Binary(new byte[] {5}));
            case 7 -> wild ? one(null, new MinKey(), new MaxKey()) : null;
            case 8 -> new Document("p", value(depth - 1)).append("q", value(depth - 1));
            default -> wild ? new Document("p", some(this::word)) : new Document("p", word());
        };
    }

    /** What could be in that field. */
    private Object likely(String field) {
        return switch (field) {
            case "tenant" -> "t" + random.nextInt(5);
            case "status" -> one("NEW", "ISSUED", "PAID", "NONE");
            case "n", "subs.v" -> random.nextInt(6) == 0 ? value(1) : number();
            case "s", "tags" -> random.nextInt(8) == 0 ? value(1) : word();
            case "d" -> new Date(random.nextInt(20) * 1_000L - 5_000);
            case "subs.k" -> one("i", "j", "k");
            case "_id" -> "id" + random.nextInt(400);
            default -> value(1);
        };
    }

    Document query() {
        Document query = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            String field = field();
            switch (random.nextInt(12)) {
                case 0 -> query.append("$or", Arrays.asList(query(), query()));
                case 1 -> query.append("$and", Arrays.asList(query(), query()));
                case 2 -> query.append("$nor", Arrays.asList(query(), query()));
                case 3 -> query.append("subs", new Document("$elemMatch", element()));
                default -> query.append(field, asked(field));
            }
        }
        return query;
    }

    private Document element() {
        Document element = new Document("k", likely("subs.k"));
        return random.nextBoolean() ? element : element.append("v", asked("subs.v"));
    }

    private Object asked(String field) {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> likely(field);
            case 3 -> new Document("$in", some(field));
            case 4 -> new Document(one("$gt", "$gte"), likely(field));
            case 5 -> new Document(one("$lt", "$lte"), likely(field));
            case 6 -> new Document(one("$gt", "$gte"), likely(field)).append(one("$lt", "$lte"), likely(field));
            case 7 -> new Document("$ne", likely(field));
            case 8 -> new Document("$exists", random.nextBoolean());
            case 9 -> null;
            case 10 -> new Document("$nin", some(field));
            case 11 -> new Document("$not", new Document("$gt", likely(field)));
            default ->
                Pattern.compile(
                        one("^ab", "^abc", "b", "^株式", "^a", "^id1", "式", "^a?b", "^ab|b", "^"),
                        random.nextInt(3) == 0 ? Pattern.CASE_INSENSITIVE : 0);
        };
    }

    private List<Object> some(String field) {
        List<Object> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(likely(field));
        }
        return some;
    }

    /** @param total whether no two documents are equal in it */
    Document order(boolean total) {
        Document order = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            order.append(field(), random.nextBoolean() ? 1 : -1);
        }
        if (total || order.isEmpty()) {
            order.append("_id", random.nextBoolean() ? 1 : -1);
        }
        return order;
    }

    Document index() {
        Document fields = new Document();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            fields.append(field(), random.nextInt(3) == 0 ? -1 : 1);
        }
        return fields;
    }

    Document update() {
        return switch (random.nextInt(5)) {
            case 0 -> new Document("$set", new Document("n", number()).append("status", one("NEW", "PAID")));
            case 1 -> new Document("$set", new Document("sub.a", value(1)));
            case 2 -> new Document("$unset", new Document(one("s", "d", "x"), ""));
            case 3 -> new Document("$set", new Document("tags", some(this::word)));
            default -> new Document("$set", new Document("subs", some(this::pair)));
        };
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
