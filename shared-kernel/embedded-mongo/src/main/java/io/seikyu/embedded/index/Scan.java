package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of one index in which everything lies that a query can be answered with: some first fields have one of a few
 * values, the next one may be within ranges.
 */
final class Scan {
    /** More single values than that are not looked up one by one. */
    private static final int MOST_POINTS = 2_000;
    /** So many different values are held against a pattern before it is given up. */
    private static final int MOST_TRIED = 10_000;
    /** So many different values of a field that nothing is asked of are gone through for the sake of later ones. */
    private static final int MOST_SKIPPED = 100;
    /** The same of the first field, where the second is asked for: whatever is asked over all client companies. */
    private static final int MOST_SKIPPED_FIRST = MOST_POINTS;

    private final OrderedIndex index;
    private final Conditions conditions;
    private final Set<String> constant = new HashSet<>();
    private final Set<String> bounded = new HashSet<>();
    private List<byte[]> prefixes = List.of(new byte[0]);
    private List<Range> ranges = List.of(Range.ALL);
    private int points;
    private Condition inElement;
    private long count = -1;

    private Scan(OrderedIndex index, Conditions conditions) {
        this.index = index;
        this.conditions = conditions;
    }

    static Scan of(OrderedIndex index, Conditions conditions) {
        Scan scan = new Scan(index, conditions);
        int last = -1;
        List<String> fields = index.fields();
        for (int i = 0; i < fields.size(); i++) {
            last = conditions.isOn(fields.get(i)) ? i : last;
        }
        int field = 0;
        while (field <= last && scan.narrow(field, field == last)) {
            field++;
        }
        return scan;
    }

    /** @return whether the next field can be narrowed as well */
    private boolean narrow(int field, boolean last) {
        String path = index.fields().get(field);
        Optional<List<Range>> wanted = wanted(field, path);
        if (wanted.isEmpty()) {
            return narrowByValues(field, path, last);
        }
        bounded.add(path);
        List<Range> here = wanted.get();
        if (!here.stream().allMatch(Range::point) || (long) here.size() * prefixes.size() > MOST_POINTS) {
            ranges = here;
            return false;
        }
        List<byte[]> longer = new ArrayList<>();
        prefixes.forEach(
                prefix -> here.forEach(point -> longer.add(point.behind(prefix).from())));
        if (here.size() == 1) {
            constant.add(path);
        }
        prefixes = longer;
        points++;
        return true;
    }

    private Optional<List<Range>> wanted(int field, String path) {
        Bounds bounds = new Bounds(index.isAscending(field), !index.isInexact());
        if (index.isMany(field)) {
            return ofOneElement(path, bounds);
        }
        Optional<List<Range>> wanted = Optional.empty();
        for (Condition condition : conditions.on(path)) {
            Optional<List<Range>> more = bounds.of(condition);
            wanted = wanted.isPresent() && more.isPresent()
                    ? Optional.of(both(wanted.get(), more.get()))
                    : wanted.or(() -> more);
        }
        return wanted;
    }

    private static List<Range> both(List<Range> some, List<Range> others) {
        List<Range> both = new ArrayList<>();
        for (Range one : some) {
            for (Range other : others) {
                Range common = one.and(other);
                if (!common.isEmpty()) {
                    both.add(common);
                }
            }
        }
        return both;
    }

    /** Two elements of an array may fulfil two conditions, so only one counts, unless the query itself ties them. */
    private Optional<List<Range>> ofOneElement(String path, Bounds bounds) {
        for (Condition condition : conditions.on(path)) {
            boolean counts = inElement == null || inElement.element() > 0 && inElement.element() == condition.element();
            Optional<List<Range>> wanted =
                    counts && !condition.operator().equals("$regex") ? bounds.of(condition) : Optional.empty();
            if (wanted.isPresent()) {
                inElement = condition;
                return wanted;
            }
        }
        return Optional.empty();
    }

    /** Goes from one different value to the next, if there are not too many, and takes those that fit a pattern. */
    private boolean narrowByValues(int field, String path, boolean last) {
        List<BsonRegularExpression> patterns = index.isMany(field)
                ? List.of()
                : conditions.on(path).stream()
                        .filter(condition -> condition.operator().equals("$regex"))
                        .map(condition -> (BsonRegularExpression) condition.operand())
                        .toList();
        if (last && patterns.isEmpty()) {
            return false;
        }
        int tries = patterns.isEmpty() ? mostSkipped(field) : MOST_TRIED;
        List<byte[]> longer = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            byte[] next = prefix;
            while (next != null) {
                EntryKey entry = index.firstFrom(next);
                if (entry == null || !startsWith(entry.bytes(), prefix)) {
                    break;
                }
                if (tries-- == 0 || longer.size() >= MOST_POINTS) {
                    return false;
                }
                byte[] value = Arrays.copyOf(
                        entry.bytes(), KeyReader.end(entry.bytes(), prefix.length, index.isAscending(field)));
                if (fits(value, prefix.length, index.isAscending(field), patterns)) {
                    longer.add(value);
                }
                next = Range.point(value).to();
            }
        }
        if (!patterns.isEmpty()) {
            bounded.add(path);
        }
        prefixes = longer;
        points++;
        return true;
    }

    private int mostSkipped(int field) {
        // documents are looked up by _id, and each index ends with it
        String next = index.fields().get(field + 1);
        return field == 0 && !next.equals("_id") && conditions.isOn(next) ? MOST_SKIPPED_FIRST : MOST_SKIPPED;
    }

    /** The server holds patterns also against what is no string; whether such a value fits is left to it. */
    private static boolean fits(byte[] value, int start, boolean ascending, List<BsonRegularExpression> patterns) {
        if (patterns.isEmpty()) {
            return true;
        }
        String text = KeyReader.string(value, start, ascending);
        return text == null
                ? !KeyReader.isNull(value, start, ascending)
                : patterns.stream().allMatch(pattern -> pattern.matcher(text).find());
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The fields by which it was narrowed; none when it is the whole index. */
    Set<String> bounded() {
        return bounded;
    }

    /** Whether each field has one of a few values. */
    boolean isOfValues() {
        return points == index.fields().size() && !bounded.isEmpty();
    }

    /** How many entries there are in it. */
    long count() {
        if (count < 0) {
            count = 0;
            for (byte[] prefix : prefixes) {
                for (Range range : ranges) {
                    count += index.count(range.behind(prefix));
                }
            }
        }
        return count;
    }

    /** In which direction it yields the documents in this order; empty when it does not. */
    Optional<Direction> inOrderOf(Document orderBy) {
        if (index.isMany() || index.isInexact()) {
            return Optional.empty();
        }
        Direction direction = null;
        int field = points;
        for (Map.Entry<String, Object> by : orderBy.entrySet()) {
            if (constant.contains(by.getKey())) {
                continue;
            }
            if (field == index.fields().size()
                    || !index.fields().get(field).equals(by.getKey())
                    || !(by.getValue() instanceof Number upOrDown)) {
                return Optional.empty();
            }
            boolean ascending = upOrDown.intValue() > 0;
            Direction here = ascending == index.isAscending(field) ? Direction.FORWARD : Direction.BACKWARD;
            if (direction != null && direction != here) {
                return Optional.empty();
            }
            direction = here;
            field++;
        }
        return Optional.of(direction == null ? Direction.FORWARD : direction);
    }

    /** Where the documents are, in no order that means anything; each once. */
    Iterator<Object> positions() {
        Iterator<EntryKey> entries = Entries.oneAfterTheOther(index, prefixes, ranges);
        return index.isMany() ? Entries.different(entries) : Entries.positions(entries);
    }

    /** Where they are, in the order that {@link #inOrderOf} promised. */
    Iterator<Object> positions(Direction direction) {
        return Entries.positions(Entries.merged(index, prefixes, ranges, direction));
    }

    enum Direction {
        FORWARD,
        BACKWARD
    }
}
