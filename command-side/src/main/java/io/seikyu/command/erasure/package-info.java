/** Erasing what is known of a person: what the law says of it, and everything that hangs on its key. */
package io.seikyu.command.erasure;
