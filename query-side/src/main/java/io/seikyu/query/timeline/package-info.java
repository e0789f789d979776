/** What happened with a payer, in order, whatever it happened to? */
package io.seikyu.query.timeline;
