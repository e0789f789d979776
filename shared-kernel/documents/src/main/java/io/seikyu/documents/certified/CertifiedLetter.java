package io.seikyu.documents.certified;

import java.time.LocalDate;

/**
 * What a certified letter says. The post office asks for names and addresses of both at its end, as they stand on the
 * envelope.
 *
 * @param body lines; an empty one is a space between paragraphs
 */
public record CertifiedLetter(String title, String body, LocalDate date, Party sender, Party addressee) {
    /** @param name with the form of address, where it is the addressee's */
    public record Party(String address, String name) {}
}
