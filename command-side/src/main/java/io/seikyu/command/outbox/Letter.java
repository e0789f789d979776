package io.seikyu.command.outbox;

/**
 * What a message says.
 *
 * @param fileName of the PDF
 */
public record Letter(String subject, String body, String fileName, byte[] pdf) {}
