/** With whom could more be done (商機)? */
package io.seikyu.query.opportunity;
