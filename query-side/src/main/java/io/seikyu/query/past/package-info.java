/** What a thing was at a moment, as it was known then. */
package io.seikyu.query.past;
