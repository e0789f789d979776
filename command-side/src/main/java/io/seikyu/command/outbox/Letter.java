package io.seikyu.command.outbox;

/**
 * What a message says.
 *
 * @param fileName of the PDF, or null
 * @param pdf      that is attached, or null
 */
public record Letter(String subject, String body, String fileName, byte[] pdf) {
    /** Words alone. */
    public static Letter of(String subject, String body) {
        return new Letter(subject, body, null, null);
    }
}
