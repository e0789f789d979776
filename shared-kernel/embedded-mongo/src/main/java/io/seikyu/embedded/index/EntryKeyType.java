package io.seikyu.embedded.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How entries are compared and stored. */
final class EntryKeyType extends BasicDataType<EntryKey> {
    private static final int OVERHEAD = 56;

    private final PositionType positions = new PositionType();

    @Override
    public int compare(EntryKey one, EntryKey other) {
        int order = Arrays.compareUnsigned(one.bytes(), other.bytes());
        if (order != 0) {
            return order;
        }
        if (one.position() == null || other.position() == null) {
            return Boolean.compare(one.position() != null, other.position() != null);
        }
        return positions.compare(one.position(), other.position());
    }

    @Override
    public int getMemory(EntryKey key) {
        return OVERHEAD + key.bytes().length + positions.getMemory(key.position());
    }

    @Override
    public void write(WriteBuffer buffer, EntryKey key) {
        buffer.putVarInt(key.bytes().length).put(key.bytes());
        positions.write(buffer, key.position());
    }

    @Override
    public EntryKey read(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return new EntryKey(bytes, positions.read(buffer));
    }

    @Override
    public EntryKey[] createStorage(int size) {
        return new EntryKey[size];
    }
}
