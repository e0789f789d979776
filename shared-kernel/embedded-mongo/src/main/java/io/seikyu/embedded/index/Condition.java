package io.seikyu.embedded.index;

/**
 * Something that a field has to fulfil.
 *
 * @param operator as in a query, e.g. {@code $gte}
 * @param element  conditions with the same number above 0 have to be fulfilled by the same element of an array
 */
record Condition(String path, String operator, Object operand, int element) {}
