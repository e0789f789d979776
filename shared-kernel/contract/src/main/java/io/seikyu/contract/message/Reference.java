package io.seikyu.contract.message;

/**
 * What a message is about.
 *
 * @param type the kind of stream, e.g. {@code invoice}
 * @param id   within the client company
 */
public record Reference(String type, String id) {}
