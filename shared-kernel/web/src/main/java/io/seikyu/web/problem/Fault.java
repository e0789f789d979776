package io.seikyu.web.problem;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body; {@code ""} is the body as a whole
 * @param code    stable, for programs: {@code missing}, {@code wrong-type}, {@code unknown-field} …
 * @param message for a person: what is wrong and what is accepted
 */
public record Fault(String pointer, String code, String message) {}
