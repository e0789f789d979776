/** How long views take to be made again. */
package io.seikyu.benchmarks.rebuild;
