/**
 * The published language of Seikyu: ids, money, tax, calendar, commands and events, and the catalogue of stored names.
 * Everything here depends on the JDK alone, so that any side, tool or other system can use it.
 */
package io.seikyu.contract;
