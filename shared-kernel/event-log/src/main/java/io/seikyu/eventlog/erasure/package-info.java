/** What of the log was erased by deleting keys, and which streams it stood in. */
package io.seikyu.eventlog.erasure;
