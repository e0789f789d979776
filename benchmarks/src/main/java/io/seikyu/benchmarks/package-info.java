/**
 * The event log measured beside its peers, in one run on one machine. {@link io.seikyu.benchmarks.LogBenchmark} is the
 * program; every log stands in a process of its own ({@link io.seikyu.benchmarks.Worker}) and is measured through Axon's
 * interfaces only.
 */
package io.seikyu.benchmarks;
