package io.seikyu.contract.catalogue;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Turns the stored shape of one revision into that of the next.
 *
 * @param from   the revision it reads; it yields {@code from + 1}
 * @param change on the JSON object as maps, lists, strings, numbers, booleans and nulls
 */
public record Upcaster(int from, UnaryOperator<Map<String, Object>> change) {}
