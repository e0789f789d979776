package io.seikyu.standalone;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils one place of a body that would be accepted, so that it certainly is not. */
final class Poison {
    /** Amounts of which none may be negative. */
    private static final Set<String> AMOUNTS =
            Set.of("unitPrice", "amount", "quantity", "total", "cap", "monthlySales", "maxQuantity", "perInvoice");

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // half a surrogate pair has no bytes in UTF-8 and comes through as an escape alone
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final Random random;

    Poison(Random random) {
        this.random = random;
    }

    /**
     * A spoilt body.
     *
     * @param pointer where the fault is, and where the answer has to say that it is
     */
    record Dose(String body, String pointer) {}

    Dose into(JsonNode whole) {
        JsonNode body = whole.deepCopy();
        List<Place> places = new ArrayList<>();
        List<Place> objects = new ArrayList<>();
        walk(body, "", places, objects);
        return random.nextInt(5) == 0 ? surplus(body, objects) : spoilt(body, pick(places));
    }

    /** One value somewhere in a body. */
    private record Place(String name, String pointer, JsonNode value, Consumer<JsonNode> put) {}

    private void walk(JsonNode node, String at, List<Place> values, List<Place> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(new Place("", at, object, ignored -> {}));
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                visit(
                        new Place(
                                field.getKey(),
                                at + "/" + field.getKey(),
                                field.getValue(),
                                value -> object.set(field.getKey(), value)),
                        values,
                        objects);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                visit(new Place("", at + "/" + i, list.get(i), value -> list.set(index, value)), values, objects);
            }
        }
    }

    private void visit(Place place, List<Place> values, List<Place> objects) {
        if (place.value().isContainer()) {
            walk(place.value(), place.pointer(), values, objects);
        } else {
            values.add(place);
        }
    }

    private Dose spoilt(JsonNode body, Place place) {
        place.put().accept(badValue(place));
        return new Dose(EXACT.writeValueAsString(body), place.pointer());
    }

    private JsonNode badValue(Place place) {
        if (AMOUNTS.contains(place.name()) && random.nextBoolean()) {
            return json(pick(List.of("-1", "\"-0.01\"", "1e999999999", "\"99999999999999999999\"", "1e-999999999")));
        }
        if (place.value().isString() && random.nextBoolean()) {
            String text = place.value().stringValue();
            String bad = pick(List.of("\u0000", "\u0007", "\u001b[31m", "\ud800", "\udfff", "\u2028", "\ufffe"));
            int at = random.nextInt(text.length() + 1);
            return random.nextInt(10) == 0
                    ? json("\"" + "x".repeat(100_000) + "\"")
                    : JsonMapper.shared().getNodeFactory().stringNode(text.substring(0, at) + bad + text.substring(at));
        }
        if (random.nextInt(4) == 0) {
            return JsonMapper.shared().getNodeFactory().numberNode(new BigDecimal("1e999999999"));
        }
        return json(pick(List.of("{\"a\": 1}", "[[[]]]", "[]", "{}", "[null]")));
    }

    private Dose surplus(JsonNode body, List<Place> objects) {
        Place place = pick(objects);
        String name = pick(List.of("surplus", "__proto__", "constructor", "id", "$ref", "Name", "請求"));
        ((ObjectNode) place.value()).set(name, json("{\"a\": 1}"));
        return new Dose(EXACT.writeValueAsString(body), place.pointer() + "/" + name);
    }

    private static JsonNode json(String text) {
        return EXACT.readTree(text);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
