/** Decisions of the past, taken again: by their own policies (reproduction), or by another one (what-if). */
package io.seikyu.command.whatif;
