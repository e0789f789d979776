package io.seikyu.embedded.index;

import java.util.Iterator;
import java.util.function.Supplier;

/**
 * Where to look for the documents that answer a query.
 *
 * @param positions of all documents that can fit, and perhaps more, each once
 */
record Plan(Supplier<Iterator<Object>> positions, Order order) {
    /** What is still to be done about the order. */
    enum Order {
        /** They come in the wanted order. */
        DONE,
        /** It is that of the positions themselves. */
        BY_ID,
        /** The documents are to be sorted. */
        NONE
    }
}
