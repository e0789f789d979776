/** What came after reminders (督促の効果)? */
package io.seikyu.query.effectiveness;
