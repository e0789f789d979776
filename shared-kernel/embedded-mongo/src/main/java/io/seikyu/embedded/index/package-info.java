/**
 * Ordered secondary indexes for the server inside the process, which has none of its own: entries in an order-preserving
 * encoding, and a planner that picks what answers a query with the fewest documents read. Whatever the planner picks, each
 * document still has to pass the server's own matcher; an index can only make an answer faster.
 */
package io.seikyu.embedded.index;
