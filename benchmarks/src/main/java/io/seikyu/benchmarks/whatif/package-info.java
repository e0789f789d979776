/** How long it takes to try another policy over the past. */
package io.seikyu.benchmarks.whatif;
