package io.seikyu.projection;

import java.util.List;
import java.util.function.Predicate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which views a question goes through.
 *
 * @param stored for the store, by search fields
 * @param test   the same for views in memory; null when the store finds the few faster
 */
public record Which<V>(List<Bson> stored, @Nullable Predicate<V> test) {}
