/** For people at a terminal: going through the log while the program does not run. */
package io.seikyu.standalone.cli;
