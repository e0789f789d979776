package io.seikyu.documents.pdf;

/** To whom a paper goes: 御中 for a company, 様 for a person. */
final class Address {
    private Address() {}

    static void print(Fo fo, Words words, Letter.Recipient recipient) {
        fo.block("", recipient.address());
        fo.block(
                "font-size: 13pt; space-before: 1mm; padding-bottom: 1mm",
                words.of(recipient.corporate() ? "letter.corporate" : "letter.person", recipient.name()));
        if (recipient.person() != null && recipient.corporate()) {
            fo.block("space-before: 1mm", words.of("contact", recipient.person()));
        }
    }
}
