package io.seikyu.command.review;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sums by contract and code, each with the places in the document that it comes from. */
final class Sums {
    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    void add(String contractId, String code, BigDecimal value, String pointer) {
        sums.merge(new Key(contractId, code), new Sum(value, pointer), Sum::plus);
    }

    Sum of(String contractId, String code) {
        return sums.getOrDefault(new Key(contractId, code), new Sum(BigDecimal.ZERO, null));
    }

    void forEach(BiConsumer<Key, Sum> visitor) {
        sums.forEach(visitor);
    }

    record Key(String contractId, String code) {}

    /** @param last where the last part of it stands */
    record Sum(BigDecimal value, String last) {
        private Sum plus(Sum other) {
            return new Sum(value.add(other.value), other.last);
        }
    }
}
