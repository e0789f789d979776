/** Records who read what may be personal data: ids only, gathered, in the log. */
package io.seikyu.web.reading;
