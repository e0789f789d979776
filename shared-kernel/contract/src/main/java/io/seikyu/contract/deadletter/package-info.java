/** Events that a view could not digest and a person decided to leave out. */
package io.seikyu.contract.deadletter;
