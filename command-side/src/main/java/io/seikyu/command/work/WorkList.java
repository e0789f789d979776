package io.seikyu.command.work;

import io.seikyu.projection.Projection;
import java.util.Map;

/** A projection that lists what is to be done. Each is a bean; nobody is answered from it. */
public interface WorkList<V> extends Projection<V> {
    @Override
    default Map<String, Object> search(V view) {
        return Map.of();
    }
}
