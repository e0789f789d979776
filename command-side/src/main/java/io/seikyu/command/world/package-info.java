/** The house as it was at any position of the log, for taking decisions again. */
package io.seikyu.command.world;
