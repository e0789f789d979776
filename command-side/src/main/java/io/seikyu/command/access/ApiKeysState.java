package io.seikyu.command.access;

import java.util.Map;
import java.util.TreeMap;

/** Which keys there are, by id, and whether each is still good. */
public record ApiKeysState(Map<String, Boolean> keys) {
    static ApiKeysState none() {
        return new ApiKeysState(Map.of());
    }

    ApiKeysState with(String keyId, boolean good) {
        Map<String, Boolean> all = new TreeMap<>(keys);
        all.put(keyId, good);
        return new ApiKeysState(all);
    }
}
