package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * An index whose entries lie in the order of their values, each behind the other fields of its document. A document with
 * an array has an entry for each element.
 */
final class OrderedIndex extends Index<Object> {
    /** A value whose place among others its bytes do not tell. */
    private static final int INEXACT = 1 << 30;
    /** An array that lies directly in an array. */
    private static final int NESTED = 1 << 29;

    private final MVMap<EntryKey, Boolean> entries;
    private final MVMap<String, Integer> traits;
    private final String traitsKey;
    private final boolean unique;
    private final String[][] paths;
    private final boolean[] ascending;
    private volatile int seen;
    /** What was checked and is added next; the collection lets one writer in at a time. */
    private Document checked;

    private List<byte[]> checkedKeys = List.of();

    /**
     * @param traits    where it is kept what kinds of values were ever seen, under {@code traitsKey}
     */
    OrderedIndex(
            String name,
            List<IndexKey> keys,
            boolean unique,
            MVMap<EntryKey, Boolean> entries,
            MVMap<String, Integer> traits,
            String traitsKey) {
        super(name, keys, false);
        this.entries = entries;
        this.traits = traits;
        this.traitsKey = traitsKey;
        this.unique = unique;
        this.paths = keys.stream().map(key -> key.getKey().split("\\.")).toArray(String[][]::new);
        this.ascending = new boolean[keys.size()];
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = keys.get(i).isAscending();
        }
        this.seen = traits.getOrDefault(traitsKey, 0);
    }

    List<String> fields() {
        return keys();
    }

    boolean isAscending(int field) {
        return ascending[field];
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    /** Whether some document has several values in this field. */
    boolean isMany(int field) {
        return (seen & 1 << field) != 0;
    }

    boolean isMany() {
        return (seen & ~(INEXACT | NESTED)) != 0;
    }

    boolean isInexact() {
        return (seen & INEXACT) != 0;
    }

    /** Whether it can be asked at all. */
    boolean isOfUse() {
        return (seen & NESTED) == 0;
    }

    Iterator<EntryKey> entries(Range range, boolean reverse) {
        EntryKey from = EntryKey.before(range.from());
        EntryKey to = range.to() == null ? null : EntryKey.before(range.to());
        return reverse ? entries.cursor(to, from, true) : entries.cursor(from, to, false);
    }

    /** How many entries there are in a range, without going through them. */
    long count(Range range) {
        long end = range.to() == null ? entries.sizeAsLong() : rank(range.to());
        return Math.max(0, end - rank(range.from()));
    }

    private long rank(byte[] bytes) {
        long index = entries.getKeyIndex(EntryKey.before(bytes));
        return index < 0 ? -index - 1 : index;
    }

    /** The first entry at or behind these bytes, or null. */
    EntryKey firstFrom(byte[] bytes) {
        return entries.ceilingKey(EntryKey.before(bytes));
    }

    private List<byte[]> keysOf(Document document) {
        List<byte[]> keys = new ArrayList<>(1);
        KeyEncoder encoder = new KeyEncoder();
        for (List<Object> values : rows(document)) {
            byte[] key = encoded(values, encoder);
            if (keys.stream().noneMatch(other -> Arrays.equals(other, key))) {
                keys.add(key);
            }
        }
        if (encoder.isInexact()) {
            note(INEXACT);
        }
        return keys;
    }

    private byte[] encoded(List<Object> values, KeyEncoder encoder) {
        encoder.clear();
        for (int i = 0; i < ascending.length; i++) {
            encoder.append(values.get(i), ascending[i]);
        }
        return encoder.toBytes();
    }

    /** One row of values for each entry: arrays on the same way go side by side. */
    private Set<List<Object>> rows(Document document) {
        FieldValues[] fields = new FieldValues[paths.length];
        int many = 0;
        FieldValues other = null;
        for (int i = 0; i < paths.length; i++) {
            fields[i] = FieldValues.of(document, paths[i]);
            if (fields[i].isMany()) {
                many |= 1 << i | (fields[i].isNested() ? NESTED : 0);
                if (other != null && !other.array().equals(fields[i].array())) {
                    throw new CannotIndexParallelArraysError(List.of(other.array(), fields[i].array()));
                }
                other = fields[i];
            }
        }
        note(many);
        return many == 0 ? Set.of(row(fields, 0)) : combined(fields);
    }

    private static Set<List<Object>> combined(FieldValues[] fields) {
        Set<List<Object>> rows = new LinkedHashSet<>();
        int[] sizes = Arrays.stream(fields)
                .filter(FieldValues::isMany)
                .mapToInt(field -> field.values().size())
                .distinct()
                .toArray();
        if (sizes.length == 1) {
            for (int i = 0; i < sizes[0]; i++) {
                rows.add(row(fields, i));
            }
        } else {
            product(fields, 0, new ArrayList<>(), rows);
        }
        return rows;
    }

    private static void product(FieldValues[] fields, int at, List<Object> begun, Set<List<Object>> rows) {
        if (at == fields.length) {
            rows.add(new ArrayList<>(begun));
            return;
        }
        for (Object value : fields[at].values()) {
            begun.add(value);
            product(fields, at + 1, begun, rows);
            begun.remove(begun.size() - 1);
        }
    }

    private static List<Object> row(FieldValues[] fields, int element) {
        List<Object> row = new ArrayList<>(fields.length);
        for (FieldValues field : fields) {
            row.add(field.values().get(field.isMany() ? element : 0));
        }
        return row;
    }

    private void note(int traits) {
        if ((seen | traits) != seen) {
            seen |= traits;
            this.traits.put(traitsKey, seen);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        checkFree(document, null, collection);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        checkFree(newDocument, oldDocument, collection);
    }

    /** @param instead the document whose entries do not count, or null */
    private void checkFree(Document document, Document instead, MongoCollection<Object> collection) {
        checked = null;
        List<byte[]> keys = keysOf(document);
        checkedKeys = keys;
        checked = document;
        if (!unique) {
            return;
        }
        List<byte[]> leaving = instead == null ? List.of() : keysOf(instead);
        for (byte[] key : keys) {
            if (leaving.stream().noneMatch(left -> Arrays.equals(left, key)) && positionAt(key) != null) {
                throw new DuplicateKeyError(this, collection, getKeys(), described(key, document));
            }
        }
    }

    private List<byte[]> keysOfChecked(Document document) {
        List<byte[]> keys = checked == document ? checkedKeys : keysOf(document);
        checked = null;
        return keys;
    }

    private KeyValue described(byte[] key, Document document) {
        for (List<Object> row : rows(document)) {
            if (Arrays.equals(encoded(row, new KeyEncoder()), key)) {
                return new KeyValue(row.stream()
                        .map(value -> value == KeyEncoder.EMPTY_ARRAY ? List.of() : value)
                        .toList());
            }
        }
        throw new IllegalStateException("a key that is none of its document's");
    }

    private Object positionAt(byte[] key) {
        EntryKey found = firstFrom(key);
        return found != null && Arrays.equals(found.bytes(), key) ? found.position() : null;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        for (byte[] key : keysOfChecked(document)) {
            // while it is built nothing was checked before
            if (unique && positionAt(key) != null) {
                throw new DuplicateKeyError(this, collection, getKeys(), described(key, document));
            }
            entries.put(new EntryKey(key, position), Boolean.TRUE);
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        List<byte[]> old = keysOf(before);
        List<byte[]> wanted = keysOfChecked(after);
        for (byte[] key : old) {
            if (wanted.stream().noneMatch(other -> Arrays.equals(other, key))) {
                entries.remove(new EntryKey(key, position));
            }
        }
        for (byte[] key : wanted) {
            if (old.stream().noneMatch(other -> Arrays.equals(other, key))) {
                entries.put(new EntryKey(key, position), Boolean.TRUE);
            }
        }
    }

    void remove(Document document, Object position) {
        keysOf(document).forEach(key -> entries.remove(new EntryKey(key, position)));
    }

    /** Of a unique index only: another cannot tell. */
    @Override
    public Object getPosition(Document document) {
        return unique ? positionAt(keysOf(document).get(0)) : null;
    }

    /** Empties it, for it is to be dropped or was not built to the end. */
    @Override
    public void drop() {
        entries.clear();
        traits.remove(traitsKey);
        seen = 0;
    }

    @Override
    public Object remove(Document document) {
        throw new UnsupportedOperationException("entries are removed by their document's position");
    }

    /** The planner asks in its own way. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the planner asks in its own way");
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Same fields in the same directions, and both unique or neither. */
    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other.isUnique() == unique
                && other.getKeys().toString().equals(getKeys().toString());
    }
}
