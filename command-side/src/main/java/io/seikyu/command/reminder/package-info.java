/** Contacts with payers about what is open (督促): planned, agreed to, made or not. */
package io.seikyu.command.reminder;
