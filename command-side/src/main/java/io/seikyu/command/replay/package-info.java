/** Jobs that go through the log again: derived things are made anew, the chain is checked. */
package io.seikyu.command.replay;
