package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a field of an index everything lies that can fulfil a condition. It may hold more: each document is matched
 * afterwards. An empty answer says that the index does not help.
 */
final class Bounds {
    /** From here on the server compares a whole number with a fraction as if both were whole. */
    private static final double COMPARED_AS_WHOLE = Integer.MAX_VALUE;

    private static final double BEYOND_WHOLE = 1L << 62;
    private static final byte[] LOWEST = {0};
    private static final byte[] HIGHEST = {KeyEncoder.MAX_KEY};
    private static final Pattern LITERAL = Pattern.compile("\\^(?:\\\\Q)?([\\p{L}\\p{N} _/@:-]+).*", Pattern.DOTALL);

    private final boolean ascending;
    private final boolean exact;

    /** @param exact whether the order of the bytes can be trusted */
    Bounds(boolean ascending, boolean exact) {
        this.ascending = ascending;
        this.exact = exact;
    }

    /** @return disjoint ranges in order */
    Optional<List<Range>> of(Condition condition) {
        Object operand = condition.operand();
        return switch (condition.operator()) {
            case "$eq" -> isValue(operand) ? Optional.of(List.of(point(operand))) : Optional.empty();
            case "$in" -> in(operand);
            case "$gt", "$gte" -> range(operand, true);
            case "$lt", "$lte" -> range(operand, false);
            case "$exists" -> Utils.isTrue(operand) ? Optional.empty() : Optional.of(List.of(point(null)));
            case "$regex" -> prefix((BsonRegularExpression) operand);
            default -> Optional.empty();
        };
    }

    /** Arrays and patterns are compared in ways of their own. */
    private static boolean isValue(Object operand) {
        return !(operand instanceof Collection) && !(operand instanceof BsonRegularExpression);
    }

    private Range point(Object value) {
        byte[] bytes = KeyEncoder.encode(value);
        return ascending ? Range.point(bytes) : Range.descending(bytes, bytes, true);
    }

    private Range between(byte[] low, byte[] high) {
        return ascending ? Range.between(low, high) : Range.descending(low, high, false);
    }

    private Optional<List<Range>> in(Object operand) {
        if (!(operand instanceof Collection<?> values) || !values.stream().allMatch(Bounds::isValue)) {
            return Optional.empty();
        }
        return Optional.of(inOrder(values.stream().map(this::point).toList()));
    }

    /** Without the second of two that are the same. */
    static List<Range> inOrder(List<Range> points) {
        List<Range> ordered = new ArrayList<>(points);
        ordered.sort((one, other) -> Arrays.compareUnsigned(one.from(), other.from()));
        List<Range> different = new ArrayList<>();
        for (Range range : ordered) {
            if (different.isEmpty()
                    || !Arrays.equals(different.get(different.size() - 1).from(), range.from())) {
                different.add(range);
            }
        }
        return different;
    }

    /** Values are compared only with those of their kind. */
    private Optional<List<Range>> range(Object operand, boolean from) {
        if (operand instanceof Number number) {
            return numbers(number, from);
        }
        if (!exact || !isOrdered(operand)) {
            return Optional.empty();
        }
        byte[] bound = KeyEncoder.encode(operand);
        byte[] kind = {bound[0]};
        return Optional.of(List.of(from ? between(bound, kind) : between(kind, bound)));
    }

    private static boolean isOrdered(Object operand) {
        return operand instanceof String
                || operand instanceof Instant
                || operand instanceof Boolean
                || operand instanceof ObjectId
                || operand instanceof UUID
                || operand instanceof LegacyUUID
                || operand instanceof BinData
                || operand instanceof BsonTimestamp;
    }

    private Optional<List<Range>> numbers(Number number, boolean from) {
        double bound = number instanceof Decimal128 decimal ? decimal.doubleValue() : number.doubleValue();
        if (!exact || Double.isNaN(bound) || Math.abs(bound) >= BEYOND_WHOLE) {
            return Optional.empty();
        }
        if (Math.abs(bound) >= COMPARED_AS_WHOLE) {
            bound = from ? Math.floor(bound) - 1 : Math.ceil(bound) + 1;
        }
        byte[] end = KeyEncoder.encodeNumber(bound);
        byte[] kind = {KeyEncoder.NUMBER};
        return Optional.of(List.of(from ? between(end, kind) : between(kind, end)));
    }

    /** The server matches also what is no string, by what it looks like. */
    private Optional<List<Range>> prefix(BsonRegularExpression regex) {
        Matcher literal = LITERAL.matcher(regex.getPattern());
        boolean plain = regex.getOptions() == null || regex.getOptions().isEmpty();
        if (!plain || regex.getPattern().indexOf('|') >= 0 || !literal.matches()) {
            return Optional.empty();
        }
        String prefix = literal.group(1);
        // what follows may say that the last one need not be there
        prefix = prefix.substring(0, prefix.offsetByCodePoints(prefix.length(), -1));
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = KeyEncoder.encodePrefix(prefix);
        List<Range> ranges = new ArrayList<>(List.of(
                between(LOWEST, new byte[] {KeyEncoder.NUMBER}),
                between(bytes, bytes),
                between(new byte[] {KeyEncoder.DOCUMENT}, HIGHEST)));
        return Optional.of(inOrder(ranges));
    }
}
