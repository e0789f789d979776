/** How figures are told so that nobody reads more into them than they say. */
package io.seikyu.query.figures;
