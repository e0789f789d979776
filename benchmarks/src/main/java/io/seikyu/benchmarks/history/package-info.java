/** Long histories that look lived: one that the program wrote itself, many times over, one beside the other. */
package io.seikyu.benchmarks.history;
