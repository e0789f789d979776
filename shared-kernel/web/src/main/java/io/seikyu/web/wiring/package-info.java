/** The Spring beans that both sides share: clocks, the log, Axon on top of it, MongoDB, the keys of persons' data. */
package io.seikyu.web.wiring;
