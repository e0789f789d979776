/**
 * The one adapter between the log and Axon Framework: events as messages, units of work as commits, the log as a source
 * for streaming processors. Nothing outside this package needs to know that both exist.
 */
package io.seikyu.eventlog.axon;
