/** How long it takes to remind many payers. */
package io.seikyu.benchmarks.dunning;
