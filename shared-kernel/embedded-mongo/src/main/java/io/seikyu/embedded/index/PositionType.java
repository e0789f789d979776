package io.seikyu.embedded.index;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * The values of {@code _id}, as the store itself orders and writes objects. Its own type keeps the kind of object that it
 * met last in a field that nobody guards: where one map holds several kinds, readers and the store's own compaction take
 * each other's, and fail to compare. So nothing is kept here from one call to the next.
 */
final class PositionType extends BasicDataType<Object> {
    @Override
    public int compare(Object one, Object other) {
        return one instanceof String left && other instanceof String right
                ? left.compareTo(right)
                : new ObjectDataType().compare(one, other);
    }

    @Override
    public int getMemory(Object position) {
        return new ObjectDataType().getMemory(position);
    }

    @Override
    public void write(WriteBuffer buffer, Object position) {
        new ObjectDataType().write(buffer, position);
    }

    @Override
    public Object read(ByteBuffer buffer) {
        return new ObjectDataType().read(buffer);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
