/** How do payers pay, and which way does it go (支払傾向)? */
package io.seikyu.query.trend;
