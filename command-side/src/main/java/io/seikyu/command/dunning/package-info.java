/** Who is reminded, when, through which channel, in which tone, and when not (督促). */
package io.seikyu.command.dunning;
